package org.aftercare.alerts;

import org.json.JSONArray;
import org.json.JSONException;
import org.json.JSONObject;

/** Reading and changing JSON of any shape without exceptions: what is not as expected counts as absent. */
final class Json {
    private Json() {
    }

    /** Put a value that JSON can hold. */
    static void put(JSONObject object, String name, Object value) {
        try {
            object.put(name, value);
        } catch (JSONException impossible) {
            throw new IllegalArgumentException(name, impossible);
        }
    }

    /** The object of that name; an empty one, not part of the parent, when there is none. */
    static JSONObject object(JSONObject parent, String name) {
        JSONObject found = parent.optJSONObject(name);
        return found == null ? new JSONObject() : found;
    }

    /** The array of that name; an empty one, not part of the parent, when there is none. */
    static JSONArray array(JSONObject parent, String name) {
        JSONArray found = parent.optJSONArray(name);
        return found == null ? new JSONArray() : found;
    }

    /** The text of that name, or "": also for null, which optString would turn into the word. */
    static String text(JSONObject parent, String name) {
        return parent.isNull(name) ? "" : parent.optString(name, "");
    }
}
