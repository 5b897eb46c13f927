package org.aftercare.alerts;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import android.content.Context;
import android.text.format.DateUtils;

/** Words that are known only when they are shown: times in the present zone, and texts of the package. */
final class Words {
    private static final Pattern MARK = Pattern.compile("\\{time:(-?\\d{1,12})\\}");
    private static final long NEAR_MS = 6 * 24 * 60 * 60 * 1000L;

    private final Context context;

    Words(Context context) {
        this.context = context;
    }

    /** The text with every mark of an instant (seconds since 1970) replaced by its time here. */
    String filled(String text) {
        Matcher marks = MARK.matcher(text);
        StringBuffer filled = new StringBuffer();
        while (marks.find()) {
            String time = time(Long.parseLong(marks.group(1)) * 1000);
            marks.appendReplacement(filled, Matcher.quoteReplacement(time));
        }
        return marks.appendTail(filled).toString();
    }

    /** A time in the device's zone, language and 12 or 24 hours; with the day when that is not today. */
    String time(long instant) {
        int flags = DateUtils.FLAG_SHOW_TIME;
        if (!DateUtils.isToday(instant)) {
            flags |= DateUtils.FLAG_SHOW_WEEKDAY | DateUtils.FLAG_ABBREV_WEEKDAY;
        }
        if (Math.abs(instant - System.currentTimeMillis()) > NEAR_MS) {
            flags |= DateUtils.FLAG_SHOW_DATE;
        }
        return DateUtils.formatDateTime(context, instant, flags);
    }

    /** A text of the package in the device's language; the app's name should it be missing. */
    String resource(String name) {
        int id = context.getResources().getIdentifier(name, "string", context.getPackageName());
        return id == 0 ? "Aftercare" : context.getString(id);
    }

    /** Our mark for the status bar; without it a notification would be refused, so the app's icon steps in. */
    int icon() {
        int id = context.getResources().getIdentifier("aftercare_notification", "drawable", context.getPackageName());
        return id == 0 ? context.getApplicationInfo().icon : id;
    }
}
