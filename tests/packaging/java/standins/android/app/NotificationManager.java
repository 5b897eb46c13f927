package android.app;

import android.os.Build;
import android.service.notification.StatusBarNotification;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Shows nothing without permission (from API 33 on), and refuses what has no channel (from 26 on) or no icon. */
public class NotificationManager {
    public static final int IMPORTANCE_NONE = 0;
    public static final int IMPORTANCE_DEFAULT = 3;

    public final Map<String, StatusBarNotification> shown = new LinkedHashMap<String, StatusBarNotification>();
    public final List<Notification> posted = new ArrayList<Notification>();
    public final Map<String, NotificationChannel> channels = new LinkedHashMap<String, NotificationChannel>();
    public boolean isPermitted = true;
    public boolean isBroken;
    public int sounds;

    public boolean areNotificationsEnabled() {
        return isPermitted;
    }

    public void notify(String tag, int id, Notification notification) {
        if (isBroken) {
            throw new IllegalStateException("the system has a bad day");
        }
        if (notification.icon == 0) {
            throw new IllegalArgumentException("Invalid notification (no valid small icon)");
        }
        if (Build.VERSION.SDK_INT >= 26 && !channels.containsKey(notification.channel)) {
            throw new IllegalStateException("No Channel found for " + notification.channel);
        }
        if (!isPermitted) {
            return;
        }
        String name = tag + "/" + id;
        sounds += shown.containsKey(name) && notification.onlyAlertOnce ? 0 : 1;
        shown.put(name, new StatusBarNotification(tag, id, notification));
        posted.add(notification);
    }

    public void createNotificationChannel(NotificationChannel channel) {
        Build.since(26);
        NotificationChannel before = channels.put(channel.id, channel);
        if (before != null) {
            channel.importance = before.importance;
        }
    }

    public NotificationChannel getNotificationChannel(String id) {
        Build.since(26);
        return channels.get(id);
    }

    public StatusBarNotification[] getActiveNotifications() {
        return shown.values().toArray(new StatusBarNotification[0]);
    }

    public void cancel(String tag, int id) {
        shown.remove(tag + "/" + id);
    }

    public void cancelAll() {
        shown.clear();
    }
}
