package org.aftercare.alerts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import android.util.Log;

import org.json.JSONObject;

/** One look at the plan: shows what is due, settles it in the file's content, and knows when to look again. */
final class Round {
    /** An alarm that was not made exact may well come this late. */
    static final long LATE_MS = 60 * 60 * 1000L;
    static final String DAMAGE_TOLD = "damage_told";

    private static final long RETRY_MS = 15 * 60 * 1000L;

    private final JSONObject root;
    private final long now;
    private final Marks marks;
    private final List<Planned> plan;
    private boolean retry;

    Round(JSONObject root, long now) {
        this.root = root;
        this.now = now;
        marks = new Marks(root);
        plan = Planned.all(Json.object(root, "plan"));
    }

    /** Show what is due, one notification for each kind. What is blocked stays due; what is refused, too. */
    void show(Notices notices) {
        tellOfDamage(notices);
        for (List<Planned> group : due().values()) {
            try {
                Notices.Result result = notices.show(group, now);
                if (result != Notices.Result.BLOCKED) {
                    for (Planned alarm : group) {
                        marks.add(alarm, result == Notices.Result.SHOWN ? Marks.SHOWN : Marks.DROPPED, now);
                    }
                }
            } catch (RuntimeException refused) {
                tryAgain(refused);
            }
        }
        if (marks.all().length() > 0) {
            Json.put(root, "marks", marks.all());
        }
    }

    /** When to look again: at the next alarm, soon after a refusal; Long.MAX_VALUE when nothing is left. */
    long next() {
        long next = retry ? now + RETRY_MS : Long.MAX_VALUE;
        for (Planned alarm : plan) {
            if (alarm.fire > now && !marks.settles(alarm)) {
                next = Math.min(next, alarm.fire);
            }
        }
        return next;
    }

    /** The alarms are gone with a damaged file; only the app can plan them anew. */
    private void tellOfDamage(Notices notices) {
        if (!root.optBoolean(AlarmFile.DAMAGED) || root.optBoolean(DAMAGE_TOLD)) {
            return;
        }
        try {
            Json.put(root, DAMAGE_TOLD, notices.askToOpen());
        } catch (RuntimeException refused) {
            tryAgain(refused);
        }
    }

    /** By kind, what is due and still worth showing; marks what is not. */
    private Map<String, List<Planned>> due() {
        Map<String, List<Planned>> groups = new LinkedHashMap<String, List<Planned>>();
        for (Planned alarm : plan) {
            if (alarm.fire > now || marks.settles(alarm)) {
                continue;
            }
            boolean isLate = now - alarm.fire > LATE_MS;
            if (now >= alarm.expire || (isLate && alarm.late.equals("drop"))) {
                marks.add(alarm, Marks.DROPPED, now);
                continue;
            }
            if (!groups.containsKey(alarm.kind)) {
                groups.put(alarm.kind, new ArrayList<Planned>());
            }
            groups.get(alarm.kind).add(alarm);
        }
        return groups;
    }

    private void tryAgain(RuntimeException refused) {
        Log.w("Aftercare", "A notification was refused", refused);
        retry = true;
    }
}
