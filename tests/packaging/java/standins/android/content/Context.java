package android.content;

import android.content.pm.ApplicationInfo;
import android.content.pm.PackageManager;
import android.content.res.Resources;
import java.io.File;

public abstract class Context {
    public static final String ALARM_SERVICE = "alarm";
    public static final String NOTIFICATION_SERVICE = "notification";

    public abstract Object getSystemService(String name);

    public abstract File getFilesDir();

    public abstract PackageManager getPackageManager();

    public abstract String getPackageName();

    public abstract Resources getResources();

    public abstract ApplicationInfo getApplicationInfo();

    public final String getString(int id) {
        return getResources().getString(id);
    }
}
