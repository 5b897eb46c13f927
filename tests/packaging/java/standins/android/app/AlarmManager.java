package android.app;

import android.os.Build;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Keeps one alarm for each pending intent. Exact ones need the permission from API 31 on. */
public class AlarmManager {
    public static final int RTC_WAKEUP = 0;

    /** One alarm that is set. */
    public static final class Alarm {
        public final long at;
        public final boolean exact;
        public final PendingIntent operation;

        private Alarm(long at, boolean exact, PendingIntent operation) {
            this.at = at;
            this.exact = exact;
            this.operation = operation;
        }
    }

    public final List<Alarm> set = new ArrayList<Alarm>();
    public boolean mayBeExact = true;
    public boolean isBroken;

    public void setAndAllowWhileIdle(int type, long at, PendingIntent operation) {
        if (isBroken) {
            throw new IllegalStateException("Maximum limit of concurrent alarms reached");
        }
        cancel(operation);
        set.add(new Alarm(at, false, operation));
    }

    public void setExactAndAllowWhileIdle(int type, long at, PendingIntent operation) {
        if (Build.VERSION.SDK_INT >= 31 && !mayBeExact) {
            throw new SecurityException("Caller needs to hold android.permission.SCHEDULE_EXACT_ALARM");
        }
        cancel(operation);
        set.add(new Alarm(at, true, operation));
    }

    public boolean canScheduleExactAlarms() {
        Build.since(31);
        return mayBeExact;
    }

    public void cancel(PendingIntent operation) {
        for (Iterator<Alarm> alarms = set.iterator(); alarms.hasNext();) {
            if (alarms.next().operation == operation) {
                alarms.remove();
            }
        }
    }

    /** What the system does when the patient takes the permission back: exact alarms go, nobody is told. */
    public void takeExactBack() {
        mayBeExact = false;
        for (Iterator<Alarm> alarms = set.iterator(); alarms.hasNext();) {
            if (alarms.next().exact) {
                alarms.remove();
            }
        }
    }
}
