package org.aftercare.alerts;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import android.app.Notification;
import android.app.NotificationChannel;
import android.app.NotificationManager;
import android.app.PendingIntent;
import android.content.Context;
import android.content.Intent;
import android.os.Build;
import android.os.Bundle;
import android.service.notification.StatusBarNotification;

import org.json.JSONObject;

/** Shows alarms as notifications; a locked screen gets only the public words. */
final class Notices {
    /** Intent extras of a tap: what was tapped. */
    static final String KEY = "org.aftercare.alerts.KEY";
    static final String KIND = "org.aftercare.alerts.KIND";

    /** Notification extra: every key that it tells of. */
    private static final String KEYS = "org.aftercare.alerts.KEYS";

    private static final int OPEN_APP = 1;
    private static final String OPEN_APP_KEY = "keep-on";

    /** OFF: the patient switched this kind off in the system. BLOCKED: no notification of ours is allowed. */
    enum Result { SHOWN, OFF, BLOCKED }

    private final Context context;
    private final NotificationManager manager;
    private final JSONObject plan;
    private final Words words;

    Notices(Context context, JSONObject root) {
        this.context = context;
        manager = (NotificationManager) context.getSystemService(Context.NOTIFICATION_SERVICE);
        plan = Json.object(root, "plan");
        words = new Words(context);
    }

    boolean areAllowed() {
        return manager.areNotificationsEnabled();
    }

    /** Show alarms of one kind in one notification, under the id of the first. */
    Result show(List<Planned> group, long now) {
        Planned first = group.get(0);
        if (!areAllowed()) {
            return Result.BLOCKED;
        }
        String channel = channel(first.kind);
        if (isOff(channel)) {
            return Result.OFF;
        }
        // Check-ins missed for a week are one check-in: the latest speaks for all.
        List<Planned> told = first.late.equals("collapse") ? group.subList(group.size() - 1, group.size()) : group;
        Planned named = told.get(told.size() - 1);
        Set<String> texts = new LinkedHashSet<String>();
        for (Planned alarm : told) {
            texts.add(words.filled(alarm.textPrivate));
        }
        String since = Json.text(plan, "since");
        if (first.kind.equals("allowed") && !since.isEmpty() && now - first.fire > Round.LATE_MS
                && !first.textPrivate.equals(first.textPublic)) {
            texts.add(since.replace("{time}", words.time(first.fire)));
        }
        Notification open = builder(channel, words.filled(named.titlePublic), words.filled(named.textPublic)).build();
        Notification.Builder full = builder(channel, words.filled(named.titlePrivate), joined(texts));
        full.setVisibility(Notification.VISIBILITY_PRIVATE).setPublicVersion(open);
        full.setContentIntent(tap(first)).setAutoCancel(true).setOnlyAlertOnce(true);
        full.setWhen(first.fire).setShowWhen(true).addExtras(keys(group));
        manager.notify(first.key, first.id, full.build());
        return Result.SHOWN;
    }

    /** Ask the patient to open the app, without anything from the file. False when that is not allowed. */
    boolean askToOpen() {
        if (!areAllowed()) {
            return false;
        }
        String title = words.resource("aftercare_reminder");
        Notification.Builder notice = builder(channel(OPEN_APP_KEY), title, words.resource("aftercare_open_app"));
        notice.setContentIntent(tap(OPEN_APP_KEY, OPEN_APP_KEY, OPEN_APP)).setAutoCancel(true);
        manager.notify(OPEN_APP_KEY, OPEN_APP, notice.build());
        return true;
    }

    /** Take away what is on display and tells of nothing but these keys. */
    void close(Set<String> keys) {
        for (StatusBarNotification shown : manager.getActiveNotifications()) {
            String[] told = shown.getNotification().extras.getStringArray(KEYS);
            if (told != null && keys.containsAll(Arrays.asList(told))) {
                manager.cancel(shown.getTag(), shown.getId());
            }
        }
    }

    void closeAll() {
        manager.cancelAll();
    }

    private Notification.Builder builder(String channel, String title, String text) {
        Notification.Builder builder = Build.VERSION.SDK_INT >= 26
                ? new Notification.Builder(context, channel)
                : new Notification.Builder(context).setDefaults(Notification.DEFAULT_ALL);
        return builder
                .setSmallIcon(words.icon())
                .setContentTitle(title)
                .setContentText(text)
                .setStyle(new Notification.BigTextStyle().bigText(text));
    }

    /** The channel of a kind, made when first needed. Its name says nothing about health: settings show it. */
    private String channel(String kind) {
        String id = "reminders." + kind;
        if (Build.VERSION.SDK_INT >= 26) {
            String name = Json.text(Json.object(plan, "channels"), kind);
            NotificationChannel channel = new NotificationChannel(
                    id, name.isEmpty() ? words.resource("aftercare_reminders") : name,
                    NotificationManager.IMPORTANCE_DEFAULT);
            channel.setLockscreenVisibility(Notification.VISIBILITY_PRIVATE);
            channel.enableVibration(true);
            manager.createNotificationChannel(channel);
        }
        return id;
    }

    private boolean isOff(String channel) {
        return Build.VERSION.SDK_INT >= 26
                && manager.getNotificationChannel(channel).getImportance() == NotificationManager.IMPORTANCE_NONE;
    }

    private PendingIntent tap(Planned alarm) {
        return tap(alarm.key, alarm.kind, alarm.id);
    }

    private PendingIntent tap(String key, String kind, int id) {
        Intent open = context.getPackageManager().getLaunchIntentForPackage(context.getPackageName());
        if (open == null) {
            return null;
        }
        open.putExtra(KEY, key).putExtra(KIND, kind);
        open.addFlags(Intent.FLAG_ACTIVITY_NEW_TASK | Intent.FLAG_ACTIVITY_SINGLE_TOP);
        return PendingIntent.getActivity(
                context, id, open, PendingIntent.FLAG_UPDATE_CURRENT | PendingIntent.FLAG_IMMUTABLE);
    }

    private static Bundle keys(List<Planned> group) {
        String[] keys = new String[group.size()];
        for (int index = 0; index < keys.length; index++) {
            keys[index] = group.get(index).key;
        }
        Bundle extras = new Bundle();
        extras.putStringArray(KEYS, keys);
        return extras;
    }

    private static String joined(Set<String> texts) {
        StringBuilder joined = new StringBuilder();
        for (String text : texts) {
            joined.append(joined.length() == 0 ? "" : " ").append(text);
        }
        return joined.toString();
    }
}
