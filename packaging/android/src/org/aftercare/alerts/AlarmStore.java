package org.aftercare.alerts;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

import android.content.Context;
import android.util.Log;

import org.json.JSONArray;
import org.json.JSONException;
import org.json.JSONObject;

/**
 * Owns every planned alarm. The app hands a plan over and later takes back what was done with it; between the two,
 * alarms are shown and settled here, whether the app runs or not.
 *
 * Every call takes the same lock and throws nothing. A text that is returned is "" or the reason for a failure.
 */
public final class AlarmStore {
    private static final String TAG = "Aftercare";

    private AlarmStore() {
    }

    /** Let a plan replace the one before; what was done so far stays known. Shows what is due and arms the next. */
    public static synchronized String replacePlan(Context context, String plan) {
        AlarmFile file = file(context);
        JSONObject root = file.read();
        try {
            Json.put(root, "plan", new JSONObject(plan));
        } catch (JSONException unreadable) {
            return "The plan is no JSON object.";
        }
        root.remove(AlarmFile.DAMAGED);
        root.remove(Round.DAMAGE_TOLD);
        try {
            file.write(root);
        } catch (IOException failed) {
            return reason(failed);
        }
        return rearm(context);
    }

    /** Show what is due now and arm the next. Safe to call at any time and any number of times. */
    public static synchronized String rearm(Context context) {
        return settle(context, System.currentTimeMillis());
    }

    /** The state as a JSON object, for the app: see the member names below. */
    public static synchronized String report(Context context) {
        JSONObject root = file(context).read();
        Marks marks = new Marks(root);
        JSONObject report = new JSONObject();
        long now = System.currentTimeMillis();
        long next = Long.MAX_VALUE;
        int armed = 0;
        for (Planned alarm : Planned.all(Json.object(root, "plan"))) {
            if (!marks.settles(alarm) && alarm.expire > now) {
                armed++;
                next = Math.min(next, alarm.fire);
            }
        }
        Json.put(report, "planned", root.has("plan"));
        Json.put(report, "armed", armed);
        Json.put(report, "next_ms", armed == 0 ? JSONObject.NULL : (Object) next);
        Json.put(report, "marks", marks.all());
        Json.put(report, "damaged", root.optBoolean(AlarmFile.DAMAGED));
        Json.put(report, "exact", Wakeup.mayBeExact(context));
        Json.put(report, "allowed", new Notices(context, root).areAllowed());
        return report.toString();
    }

    /**
     * Forget marks that the app has taken over, and the alarms that they settle: without its mark, an alarm that is
     * still in the plan would be shown again. A JSON array of objects with `key` and `fire_ms`.
     */
    public static synchronized String forget(Context context, String marks) {
        AlarmFile file = file(context);
        JSONObject root = file.read();
        try {
            Marks taken = new Marks(new JSONObject().put("marks", new JSONArray(marks)));
            Json.put(root, "marks", new Marks(root).without(taken));
            JSONObject plan = root.optJSONObject("plan");
            if (plan != null) {
                Json.put(plan, "alarms", Planned.without(plan, taken));
            }
            file.write(root);
            return "";
        } catch (JSONException unreadable) {
            return "The marks are no JSON array.";
        } catch (IOException failed) {
            return reason(failed);
        }
    }

    /** Take notifications away that are on display and tell of nothing but these keys: a JSON array of texts. */
    public static synchronized String close(Context context, String keys) {
        try {
            JSONArray withdrawn = new JSONArray(keys);
            Set<String> named = new HashSet<String>();
            for (int index = 0; index < withdrawn.length(); index++) {
                named.add(withdrawn.optString(index));
            }
            new Notices(context, new JSONObject()).close(named);
            return "";
        } catch (JSONException unreadable) {
            return "The keys are no JSON array.";
        }
    }

    /** Remove every alarm, every notification on display and the file, with whatever was not yet taken over. */
    public static synchronized String remove(Context context) {
        Wakeup.cancel(context);
        new Notices(context, new JSONObject()).closeAll();
        return file(context).delete() ? "" : "The file of alarms could not be removed.";
    }

    static synchronized String settle(Context context, long now) {
        AlarmFile file = file(context);
        JSONObject root = file.read();
        String before = root.toString();
        Round round = new Round(root, now);
        round.show(new Notices(context, root));
        String failure = "";
        try {
            if (!root.toString().equals(before)) {
                file.write(root);
            }
        } catch (IOException failed) {
            // What was shown but not marked is shown again under the same id.
            failure = reason(failed);
        }
        try {
            arm(context, round.next());
        } catch (RuntimeException refused) {
            failure = reason(refused);
        }
        return failure;
    }

    private static void arm(Context context, long next) {
        if (next == Long.MAX_VALUE) {
            Wakeup.cancel(context);
        } else {
            Wakeup.at(context, next);
        }
    }

    private static AlarmFile file(Context context) {
        return new AlarmFile(context.getFilesDir());
    }

    private static String reason(Exception failed) {
        Log.w(TAG, "The alarms could not be stored", failed);
        return failed.getMessage() == null ? failed.getClass().getSimpleName() : failed.getMessage();
    }
}
