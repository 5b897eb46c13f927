package org.aftercare.alerts;

import java.util.Arrays;
import java.util.List;

import android.content.BroadcastReceiver;
import android.content.Context;
import android.content.Intent;

/** The system forgets alarms when it restarts, and misplaces them when the clock or the zone changes. */
public final class RescheduleReceiver extends BroadcastReceiver {
    private static final List<String> REASONS = Arrays.asList(
            "android.intent.action.BOOT_COMPLETED",
            "android.intent.action.MY_PACKAGE_REPLACED",
            "android.intent.action.TIME_SET",
            "android.intent.action.TIMEZONE_CHANGED",
            "android.app.action.SCHEDULE_EXACT_ALARM_PERMISSION_STATE_CHANGED");

    @Override
    public void onReceive(Context context, Intent intent) {
        if (intent != null && REASONS.contains(intent.getAction())) {
            AlarmStore.rearm(context);
        }
    }
}
