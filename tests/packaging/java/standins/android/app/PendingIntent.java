package android.app;

import android.content.Context;
import android.content.Intent;
import android.os.Build;
import java.util.HashMap;
import java.util.Map;

/** From API 31 on refused without a word about mutability; the same request and intent is the same object. */
public final class PendingIntent {
    public static final int FLAG_UPDATE_CURRENT = 1 << 27;
    public static final int FLAG_IMMUTABLE = 1 << 26;

    private static final Map<String, PendingIntent> KNOWN = new HashMap<String, PendingIntent>();

    public Intent intent;

    private PendingIntent(Intent intent) {
        this.intent = intent;
    }

    public static PendingIntent getBroadcast(Context context, int request, Intent intent, int flags) {
        return known("broadcast", request, intent, flags);
    }

    public static PendingIntent getActivity(Context context, int request, Intent intent, int flags) {
        return known("activity", request, intent, flags);
    }

    private static PendingIntent known(String kind, int request, Intent intent, int flags) {
        if (Build.VERSION.SDK_INT >= 31 && (flags & FLAG_IMMUTABLE) == 0) {
            throw new IllegalArgumentException("one of FLAG_IMMUTABLE or FLAG_MUTABLE must be specified");
        }
        String identity = kind + request + intent.identity();
        PendingIntent known = KNOWN.get(identity);
        if (known == null) {
            known = new PendingIntent(intent);
            KNOWN.put(identity, known);
        } else if ((flags & FLAG_UPDATE_CURRENT) != 0) {
            known.intent = intent;
        }
        return known;
    }
}
