package org.aftercare.alerts;

import java.util.Random;
import java.util.TreeMap;
import java.util.Map;
import android.app.Notification;

/** Sixteen days of whatever can happen to a phone, over and over: each alarm is told once, none is lost. */
final class Storm {
    private static final int RUNS = 25;
    private static final int ALARMS = 30;

    void everyAlarmIsToldExactlyOnce() throws Exception {
        for (int seed = 0; seed < RUNS; seed++) {
            Map<String, Integer> told = told(new Random(seed), false);
            for (Map.Entry<String, Integer> alarm : told.entrySet()) {
                Check.that(alarm.getValue() == 1, "seed " + seed + ": " + alarm);
            }
            Check.same(ALARMS, told.size());
        }
    }

    void withCrashesEveryAlarmIsToldAtLeastOnce() throws Exception {
        for (int seed = 0; seed < RUNS; seed++) {
            Check.same(ALARMS, told(new Random(seed), true).size());
        }
    }

    /** By key how often it was told; with crashes, the file is now and then the one from before. */
    private static Map<String, Integer> told(Random chance, boolean crashes) throws Exception {
        // given a plan of two weeks
        Phone phone = new Phone();
        for (int index = 0; index < ALARMS; index++) {
            long in = Phone.MINUTE + (long) (chance.nextDouble() * 14 * Phone.DAY);
            phone.alarm("k" + index, "kind " + chance.nextInt(3), in).put("expire_ms", phone.now + 40 * Phone.DAY);
        }
        phone.plan();
        // when time passes and things happen
        long end = phone.now + 16 * Phone.DAY;
        for (long now = phone.now; now < end; now += (long) (chance.nextDouble() * 12 * Phone.HOUR)) {
            String before = phone.read();
            happen(phone, chance.nextInt(7), now);
            if (crashes && chance.nextInt(4) == 0) {
                phone.write(before);
                phone.file("alarms.json.new").createNewFile();
                phone.alarms.set.clear();
                AlarmStore.settle(phone, now);
            }
        }
        AlarmStore.settle(phone, end);
        // then count
        Map<String, Integer> told = new TreeMap<String, Integer>();
        for (Notification notice : phone.notices.posted) {
            for (String key : notice.extras.getStringArray("org.aftercare.alerts.KEYS")) {
                told.merge(key, 1, Integer::sum);
            }
        }
        return told;
    }

    private static void happen(Phone phone, int what, long now) throws Exception {
        switch (what) {
            case 0:  // the phone restarts
                phone.alarms.set.clear();
                AlarmStore.settle(phone, now);
                break;
            case 1:  // an alarm is delivered twice
                phone.at(now);
                AlarmStore.settle(phone, now);
                break;
            case 2:  // the patient takes the permission back, or gives it again
                if (phone.alarms.mayBeExact) {
                    phone.alarms.takeExactBack();
                } else {
                    phone.alarms.mayBeExact = true;
                }
                break;
            case 3:  // the app is opened: it takes over what was done
                AlarmStore.forget(phone, phone.report().getJSONArray("marks").toString());
                break;
            case 4:  // the clock is set back
                AlarmStore.settle(phone, now - 2 * Phone.HOUR);
                break;
            case 5:  // notifications are blocked for a while
                phone.notices.isPermitted = false;
                phone.at(now);
                phone.notices.isPermitted = true;
                break;
            default:
                phone.at(now);
        }
    }
}
