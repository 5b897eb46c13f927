package org.aftercare.alerts;

import android.app.AlarmManager;
import android.app.PendingIntent;
import android.content.Context;
import android.content.Intent;
import android.os.Build;

/** The system's alarm for the next moment at which something is due. */
final class Wakeup {
    private static final int EXACT = 1;
    private static final int INEXACT = 2;

    private Wakeup() {
    }

    /** Wake AlarmReceiver at an instant, to the minute where that is permitted; replaces what was set before. */
    static void at(Context context, long instant) {
        AlarmManager alarms = manager(context);
        // When the patient takes the permission back the system forgets exact alarms and tells nobody; this stays.
        alarms.setAndAllowWhileIdle(AlarmManager.RTC_WAKEUP, instant, intent(context, INEXACT));
        if (mayBeExact(context)) {
            try {
                alarms.setExactAndAllowWhileIdle(AlarmManager.RTC_WAKEUP, instant, intent(context, EXACT));
            } catch (SecurityException takenBackJustNow) {
                alarms.cancel(intent(context, EXACT));
            }
        } else {
            alarms.cancel(intent(context, EXACT));
        }
    }

    static void cancel(Context context) {
        manager(context).cancel(intent(context, EXACT));
        manager(context).cancel(intent(context, INEXACT));
    }

    static boolean mayBeExact(Context context) {
        return Build.VERSION.SDK_INT < 31 || manager(context).canScheduleExactAlarms();
    }

    private static AlarmManager manager(Context context) {
        return (AlarmManager) context.getSystemService(Context.ALARM_SERVICE);
    }

    private static PendingIntent intent(Context context, int request) {
        Intent wake = new Intent(context, AlarmReceiver.class);
        return PendingIntent.getBroadcast(
                context, request, wake, PendingIntent.FLAG_UPDATE_CURRENT | PendingIntent.FLAG_IMMUTABLE);
    }
}
