package org.aftercare.alerts;

import android.app.AlarmManager;
import android.app.Notification;
import android.app.NotificationManager;
import android.content.BroadcastReceiver;
import android.content.Context;
import android.content.Intent;
import android.content.pm.ApplicationInfo;
import android.content.pm.PackageManager;
import android.content.res.Resources;
import android.os.Build;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.json.JSONArray;
import org.json.JSONException;
import org.json.JSONObject;

/** A phone with the app installed, and the steps that scenarios are told in. */
final class Phone extends Context {
    static final long MINUTE = 60 * 1000L;
    static final long HOUR = 60 * MINUTE;
    static final long DAY = 24 * HOUR;

    final AlarmManager alarms = new AlarmManager();
    final NotificationManager notices = new NotificationManager();
    final long now = System.currentTimeMillis();
    private final File folder;
    private JSONArray planned = new JSONArray();

    Phone() throws IOException {
        this(Files.createTempDirectory("phone").toFile());
    }

    /** A phone whose app already has files. */
    Phone(File folder) {
        this.folder = folder;
    }

    static int sdk() {
        return Build.VERSION.SDK_INT;
    }

    /** An alarm of the plan, due `in` milliseconds from now and good for a day. */
    JSONObject alarm(String key, String kind, long in) throws JSONException {
        JSONObject alarm = new JSONObject();
        alarm.put("id", key.hashCode()).put("key", key).put("kind", kind).put("late", "show");
        alarm.put("fire_ms", now + in).put("expire_ms", now + in + DAY);
        alarm.put("title_private", "OK again").put("text_private", key + " is OK again.");
        alarm.put("title_public", "Reminder").put("text_public", "Your plan has an update.");
        planned.put(alarm);
        return alarm;
    }

    /** Begin another plan. */
    void replan() {
        planned = new JSONArray();
    }

    /** Hand the plan over, as the app does. */
    void plan() throws JSONException {
        Check.same("", AlarmStore.replacePlan(this, content().toString()));
    }

    /** Let the plan be in the file, while nothing has looked at it yet. */
    void store() throws Exception {
        write(new JSONObject().put("plan", content()).toString());
    }

    private JSONObject content() throws JSONException {
        JSONObject plan = new JSONObject();
        plan.put("alarms", planned).put("since", "Since {time}.");
        return plan.put("channels", new JSONObject().put("allowed", "Plan changes"));
    }

    /** Whatever the system set is forgotten; then it says that it has started. */
    void reboot() {
        alarms.set.clear();
        say("android.intent.action.BOOT_COMPLETED");
    }

    void say(String action) {
        new RescheduleReceiver().onReceive(this, new Intent(action));
    }

    /** The phone's clock arrives at an instant with the app closed: what is set by then is delivered. */
    void at(long instant) throws Exception {
        for (AlarmManager.Alarm alarm : new ArrayList<AlarmManager.Alarm>(alarms.set)) {
            if (alarm.at <= instant) {
                alarms.set.remove(alarm);
                Check.same(AlarmReceiver.class.getName(), alarm.operation.intent.component());
                AlarmStore.settle(this, instant);
            }
        }
    }

    /** The system delivers the alarm now, once more than it should. */
    void ring() {
        BroadcastReceiver receiver = new AlarmReceiver();
        receiver.onReceive(this, new Intent(this, AlarmReceiver.class));
    }

    JSONObject report() throws JSONException {
        return new JSONObject(AlarmStore.report(this));
    }

    /** "key state" of every mark. */
    List<String> marks() throws JSONException {
        List<String> marks = new ArrayList<String>();
        JSONArray stored = report().getJSONArray("marks");
        for (int index = 0; index < stored.length(); index++) {
            JSONObject mark = stored.getJSONObject(index);
            marks.add(mark.getString("key") + " " + mark.getString("state"));
        }
        return marks;
    }

    /** The full text of every notification that was posted. */
    List<String> texts() {
        List<String> texts = new ArrayList<String>();
        for (Notification notice : notices.posted) {
            texts.add(notice.text);
        }
        return texts;
    }

    /** When the system will wake the app, soonest first; the exact and the inexact alarm are one wake-up. */
    long wakesAt() {
        long soonest = Long.MAX_VALUE;
        for (AlarmManager.Alarm alarm : alarms.set) {
            soonest = Math.min(soonest, alarm.at);
        }
        return soonest;
    }

    File file(String name) {
        return new File(folder, name);
    }

    void write(String content) throws IOException {
        Files.write(file(AlarmFile.NAME).toPath(), content.getBytes(StandardCharsets.UTF_8));
    }

    String read() throws IOException {
        return new String(Files.readAllBytes(file(AlarmFile.NAME).toPath()), StandardCharsets.UTF_8);
    }

    @Override
    public Object getSystemService(String name) {
        return name.equals(ALARM_SERVICE) ? alarms : notices;
    }

    @Override
    public File getFilesDir() {
        return folder;
    }

    @Override
    public PackageManager getPackageManager() {
        return new PackageManager();
    }

    @Override
    public String getPackageName() {
        return "org.aftercare.aftercare";
    }

    @Override
    public Resources getResources() {
        return new Resources();
    }

    @Override
    public ApplicationInfo getApplicationInfo() {
        return new ApplicationInfo();
    }
}
