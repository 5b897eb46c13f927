package android.content.res;

import java.util.Arrays;
import java.util.List;

/** The resources that the package brings, numbered from 2; a name it does not bring is 0. */
public class Resources {
    private static final List<String> NAMES = Arrays.asList(
            "aftercare_notification", "aftercare_reminder", "aftercare_reminders", "aftercare_open_app");

    public int getIdentifier(String name, String type, String owner) {
        int index = NAMES.indexOf(name);
        return index < 0 ? 0 : index + 2;
    }

    public String getString(int id) {
        return NAMES.get(id - 2);
    }
}
