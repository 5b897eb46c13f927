package android.app;

import android.os.Build;

public final class NotificationChannel {
    public final String id;
    public final String name;
    public int importance;
    public int lockscreen = -1000;

    public NotificationChannel(String id, CharSequence name, int importance) {
        Build.since(26);
        if (name.length() == 0) {
            throw new IllegalArgumentException("a channel needs a name");
        }
        this.id = id;
        this.name = name.toString();
        this.importance = importance;
    }

    public int getImportance() {
        return importance;
    }

    public void setLockscreenVisibility(int visibility) {
        lockscreen = visibility;
    }

    public void enableVibration(boolean on) {
    }
}
