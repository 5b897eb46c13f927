package android.content;

import java.util.HashMap;
import java.util.Map;

public class Intent {
    public static final int FLAG_ACTIVITY_NEW_TASK = 0x10000000;
    public static final int FLAG_ACTIVITY_SINGLE_TOP = 0x20000000;

    private final String action;
    private final String component;
    private final Map<String, String> extras = new HashMap<String, String>();
    private int flags;

    public Intent(String action) {
        this.action = action;
        component = "";
    }

    public Intent(Context context, Class<?> component) {
        action = null;
        this.component = component.getName();
    }

    public String getAction() {
        return action;
    }

    public Intent putExtra(String name, String value) {
        extras.put(name, value);
        return this;
    }

    public String getStringExtra(String name) {
        return extras.get(name);
    }

    public Intent addFlags(int more) {
        flags |= more;
        return this;
    }

    public int getFlags() {
        return flags;
    }

    /** Extras do not count: two intents that differ in them alone are the same to the system. */
    public String identity() {
        return action + "/" + component;
    }

    public String component() {
        return component;
    }
}
