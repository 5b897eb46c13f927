package org.aftercare.alerts;

import java.util.HashMap;
import java.util.Map;

import org.json.JSONArray;
import org.json.JSONObject;

/**
 * What was done with alarms since the app last took it over into its own journal.
 *
 * A mark settles its key for the fire time it was made for and any earlier one, so that a clock set back repeats
 * nothing and a session that moves to a later time is told again.
 */
final class Marks {
    static final String SHOWN = "shown";
    static final String DROPPED = "dropped";

    private static final int MOST = 400;

    private final JSONArray entries;
    private final Map<String, Long> settled = new HashMap<String, Long>();

    Marks(JSONObject root) {
        entries = new JSONArray();
        JSONArray stored = Json.array(root, "marks");
        for (int index = Math.max(0, stored.length() - MOST); index < stored.length(); index++) {
            JSONObject mark = stored.optJSONObject(index);
            if (mark != null) {
                entries.put(mark);
                remember(mark);
            }
        }
    }

    boolean settles(Planned alarm) {
        return settles(alarm.key, alarm.planned);
    }

    boolean settles(String key, long fire) {
        Long last = settled.get(key);
        return last != null && fire <= last;
    }

    void add(Planned alarm, String state, long now) {
        JSONObject mark = new JSONObject();
        Json.put(mark, "key", alarm.key);
        Json.put(mark, "id", alarm.id);
        Json.put(mark, "fire_ms", alarm.planned);
        Json.put(mark, "state", state);
        Json.put(mark, "at_ms", now);
        entries.put(mark);
        remember(mark);
    }

    /** The marks without those that are settled by what the app has taken over. */
    JSONArray without(Marks taken) {
        JSONArray rest = new JSONArray();
        for (int index = 0; index < entries.length(); index++) {
            JSONObject mark = entries.optJSONObject(index);
            if (!taken.settles(Json.text(mark, "key"), mark.optLong("fire_ms"))) {
                rest.put(mark);
            }
        }
        return rest;
    }

    JSONArray all() {
        return entries;
    }

    private void remember(JSONObject mark) {
        String key = Json.text(mark, "key");
        long fire = mark.optLong("fire_ms");
        Long before = settled.get(key);
        settled.put(key, before == null ? fire : Math.max(before, fire));
    }
}
