package org.aftercare.alerts;

import java.text.ParseException;
import java.text.SimpleDateFormat;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import org.json.JSONArray;
import org.json.JSONObject;

/** One planned alarm as the file holds it. Times are milliseconds since 1970 in UTC. */
final class Planned {
    final int id;
    final String key;
    final String kind;
    /** The fire time it was planned with: with the key, its identity. */
    final long planned;
    /** When it fires in the device's present zone. */
    final long fire;
    final long expire;
    final String late;
    final String titlePrivate;
    final String textPrivate;
    final String titlePublic;
    final String textPublic;

    private Planned(JSONObject from) {
        key = Json.text(from, "key");
        id = from.optInt("id", key.hashCode());
        kind = Json.text(from, "kind");
        planned = from.optLong("fire_ms");
        fire = onTheWall(Json.text(from, "wall"), planned);
        expire = from.optLong("expire_ms", Long.MAX_VALUE / 2) + fire - planned;
        late = Json.text(from, "late");
        titlePrivate = Json.text(from, "title_private");
        textPrivate = Json.text(from, "text_private");
        titlePublic = Json.text(from, "title_public");
        textPublic = Json.text(from, "text_public");
    }

    /** Every alarm of a plan that can be read, soonest first. */
    static List<Planned> all(JSONObject plan) {
        List<Planned> found = new ArrayList<Planned>();
        JSONArray alarms = Json.array(plan, "alarms");
        for (int index = 0; index < alarms.length(); index++) {
            JSONObject alarm = alarms.optJSONObject(index);
            if (alarm != null && !Json.text(alarm, "key").isEmpty() && alarm.optLong("fire_ms") > 0) {
                found.add(new Planned(alarm));
            }
        }
        Collections.sort(found, new Comparator<Planned>() {
            @Override
            public int compare(Planned one, Planned other) {
                int byTime = Long.valueOf(one.fire).compareTo(other.fire);
                return byTime != 0 ? byTime : one.key.compareTo(other.key);
            }
        });
        return found;
    }

    /** The plan's alarms as they are stored, without those that are settled. */
    static JSONArray without(JSONObject plan, Marks settled) {
        JSONArray rest = new JSONArray();
        JSONArray alarms = Json.array(plan, "alarms");
        for (int index = 0; index < alarms.length(); index++) {
            JSONObject alarm = alarms.optJSONObject(index);
            if (alarm != null && !settled.settles(Json.text(alarm, "key"), alarm.optLong("fire_ms"))) {
                rest.put(alarm);
            }
        }
        return rest;
    }

    /** The instant of a wall time in the device's present zone; one that a clock change skips moves on. */
    private static long onTheWall(String wall, long otherwise) {
        if (wall.isEmpty()) {
            return otherwise;
        }
        try {
            return new SimpleDateFormat("yyyy-MM-dd'T'HH:mm", Locale.ROOT).parse(wall).getTime();
        } catch (ParseException unreadable) {
            return otherwise;
        }
    }
}
