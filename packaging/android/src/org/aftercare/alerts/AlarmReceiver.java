package org.aftercare.alerts;

import android.content.BroadcastReceiver;
import android.content.Context;
import android.content.Intent;

/** Woken when something is due: shows it, without starting Python, and sets the next alarm. */
public final class AlarmReceiver extends BroadcastReceiver {
    @Override
    public void onReceive(Context context, Intent intent) {
        AlarmStore.rearm(context);
    }
}
