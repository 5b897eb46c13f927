package android.app;

import android.content.Context;
import android.os.Build;
import android.os.Bundle;

public class Notification {
    public static final int VISIBILITY_PRIVATE = 0;
    public static final int DEFAULT_ALL = -1;

    public final Bundle extras = new Bundle();
    public String channel;
    public String title;
    public String text;
    public String bigText;
    public int icon;
    public int visibility = -1000;
    public Notification publicVersion;
    public PendingIntent contentIntent;
    public boolean onlyAlertOnce;
    public long when;

    public static class BigTextStyle extends Style {
        private String bigText;

        public BigTextStyle bigText(CharSequence text) {
            bigText = text.toString();
            return this;
        }
    }

    public abstract static class Style {
    }

    public static class Builder {
        private final Notification made = new Notification();

        public Builder(Context context, String channel) {
            Build.since(26);
            made.channel = channel;
        }

        public Builder(Context context) {
        }

        public Builder setDefaults(int defaults) {
            return this;
        }

        public Builder setSmallIcon(int icon) {
            made.icon = icon;
            return this;
        }

        public Builder setContentTitle(CharSequence title) {
            made.title = title.toString();
            return this;
        }

        public Builder setContentText(CharSequence text) {
            made.text = text.toString();
            return this;
        }

        public Builder setStyle(Style style) {
            made.bigText = ((BigTextStyle) style).bigText;
            return this;
        }

        public Builder setVisibility(int visibility) {
            made.visibility = visibility;
            return this;
        }

        public Builder setPublicVersion(Notification version) {
            made.publicVersion = version;
            return this;
        }

        public Builder setContentIntent(PendingIntent intent) {
            made.contentIntent = intent;
            return this;
        }

        public Builder setAutoCancel(boolean on) {
            return this;
        }

        public Builder setOnlyAlertOnce(boolean on) {
            made.onlyAlertOnce = on;
            return this;
        }

        public Builder setWhen(long instant) {
            made.when = instant;
            return this;
        }

        public Builder setShowWhen(boolean on) {
            return this;
        }

        public Builder addExtras(Bundle extras) {
            made.extras.putAll(extras);
            return this;
        }

        public Notification build() {
            return made;
        }
    }
}
