package android.os;

/** The system's level comes from the property `sdk`. */
public final class Build {
    public static final class VERSION {
        public static final int SDK_INT = Integer.getInteger("sdk", 35);
    }

    /** Fail as a device does that has no such member yet. */
    public static void since(int level) {
        if (VERSION.SDK_INT < level) {
            throw new NoSuchMethodError("needs API " + level + ", this is " + VERSION.SDK_INT);
        }
    }
}
