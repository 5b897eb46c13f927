package android.text.format;

import android.content.Context;
import java.text.SimpleDateFormat;
import java.util.Date;
import java.util.Locale;

/** English, 24 hours, in the zone that is the default at the moment of the call. */
public class DateUtils {
    public static final int FLAG_SHOW_TIME = 0x1;
    public static final int FLAG_SHOW_WEEKDAY = 0x2;
    public static final int FLAG_SHOW_DATE = 0x10;
    public static final int FLAG_ABBREV_WEEKDAY = 0x8000;

    public static boolean isToday(long instant) {
        SimpleDateFormat day = new SimpleDateFormat("yyyyMMdd", Locale.ROOT);
        return day.format(new Date(instant)).equals(day.format(new Date()));
    }

    public static String formatDateTime(Context context, long instant, int flags) {
        String pattern = (flags & FLAG_SHOW_WEEKDAY) != 0 ? "EEE " : "";
        pattern += (flags & FLAG_SHOW_DATE) != 0 ? "d MMM " : "";
        return new SimpleDateFormat(pattern + "HH:mm", Locale.ENGLISH).format(new Date(instant));
    }
}
