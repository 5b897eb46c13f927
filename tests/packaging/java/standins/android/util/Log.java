package android.util;

public final class Log {
    public static int w(String tag, String message, Throwable reason) {
        return 0;
    }
}
