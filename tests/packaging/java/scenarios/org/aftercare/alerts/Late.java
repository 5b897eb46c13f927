package org.aftercare.alerts;

import java.util.TimeZone;

/** What becomes of alarms that the phone slept through, and of changes to its clock. */
final class Late {
    private final Phone phone;

    Late() throws Exception {
        phone = new Phone();
    }

    void aRestartedPhoneShowsWhatItMissedAndArmsTheRest() throws Exception {
        phone.alarm("pool", "allowed", Phone.HOUR);
        phone.alarm("sauna", "allowed", Phone.DAY);
        phone.plan();
        phone.alarms.set.clear();
        AlarmStore.settle(phone, phone.now + 3 * Phone.HOUR);
        Check.same(Check.list("pool shown"), phone.marks());
        Check.same(phone.now + Phone.DAY, phone.wakesAt());
    }

    void everyReasonToRescheduleArmsAgain() throws Exception {
        phone.alarm("pool", "allowed", Phone.HOUR);
        phone.plan();
        for (String reason : Check.list("android.intent.action.BOOT_COMPLETED",
                "android.intent.action.MY_PACKAGE_REPLACED", "android.intent.action.TIME_SET",
                "android.intent.action.TIMEZONE_CHANGED",
                "android.app.action.SCHEDULE_EXACT_ALARM_PERMISSION_STATE_CHANGED")) {
            phone.alarms.set.clear();
            phone.say(reason);
            Check.same(phone.now + Phone.HOUR, phone.wakesAt());
        }
    }

    void otherBroadcastsDoNothing() throws Exception {
        phone.alarm("pool", "allowed", Phone.HOUR);
        phone.plan();
        phone.alarms.set.clear();
        phone.say("org.example.SOMETHING");
        Check.same(Long.MAX_VALUE, phone.wakesAt());
    }

    void aWindowThatEndedHoursAgoSaysSinceWhen() throws Exception {
        phone.alarm("pool", "allowed", -3 * Phone.HOUR);
        phone.plan();
        String time = new Words(phone).time(phone.now - 3 * Phone.HOUR);
        Check.same(Check.list("pool is OK again. Since " + time + "."), phone.texts());
    }

    void onePastItsExpiryIsDropped() throws Exception {
        phone.alarm("pool", "allowed", -25 * Phone.HOUR);
        phone.plan();
        Check.same(Check.list("pool dropped"), phone.marks());
        Check.same(0, phone.notices.posted.size());
    }

    void onlyAnAlarmThatSaysSoIsDroppedForBeingLate() throws Exception {
        phone.alarm("call", "next-session", -2 * Phone.HOUR).put("late", "drop");
        phone.alarm("visit", "session", -2 * Phone.HOUR);
        phone.alarm("soon", "next-session", -30 * Phone.MINUTE).put("late", "drop");
        phone.plan();
        Check.same(Check.list("call dropped", "visit shown", "soon shown"), phone.marks());
    }

    void aWeekOfCheckInsIsOne() throws Exception {
        for (int day = 7; day > 0; day--) {
            phone.alarm("day " + day, "check-in", -day * Phone.DAY).put("late", "collapse")
                    .put("expire_ms", phone.now + Phone.DAY);
        }
        phone.plan();
        Check.same(Check.list("day 1 is OK again."), phone.texts());
        Check.same(7, phone.marks().size());
    }

    void aClockSetBackRepeatsNothing() throws Exception {
        phone.alarm("pool", "allowed", -Phone.MINUTE);
        phone.plan();
        AlarmStore.settle(phone, phone.now - 2 * Phone.HOUR);
        AlarmStore.settle(phone, phone.now + Phone.MINUTE);
        Check.same(1, phone.notices.posted.size());
    }

    void elapsedTimeStaysTheSameInAnotherZone() throws Exception {
        phone.alarm("pool", "allowed", Phone.HOUR);
        phone.plan();
        in("Pacific/Auckland", new Step() {
            public void run() {
                phone.say("android.intent.action.TIMEZONE_CHANGED");
                Check.same(phone.now + Phone.HOUR, phone.wakesAt());
            }
        });
    }

    void aWallTimeFollowsThePatient() throws Exception {
        // given a check-in at nine, planned in Berlin: 08:00 UTC
        phone.alarm("day", "check-in", 0).put("wall", "2099-01-10T09:00")
                .put("fire_ms", 4071715200000L).put("expire_ms", 4071715200000L + Phone.DAY);
        in("Europe/Berlin", new Step() {
            public void run() throws Exception {
                phone.plan();
                Check.same(4071715200000L, phone.wakesAt());
            }
        });
        // when the phone lands in New York, then it comes at nine there: 14:00 UTC
        in("America/New_York", new Step() {
            public void run() {
                phone.say("android.intent.action.TIMEZONE_CHANGED");
                Check.same(4071715200000L + 6 * Phone.HOUR, phone.wakesAt());
            }
        });
    }

    void aWallTimeTakesItsExpiryAlong() throws Exception {
        // given a check-in for 2020-01-10 at nine in Berlin, planned to expire 20 hours later
        phone.alarm("day", "check-in", 0).put("wall", "2020-01-10T09:00")
                .put("fire_ms", 1578643200000L).put("expire_ms", 1578643200000L + 20 * Phone.HOUR);
        // when the phone is in New York and it is 23 hours after nine in Berlin: 17 after nine there
        in("America/New_York", new Step() {
            public void run() throws Exception {
                phone.store();
                AlarmStore.settle(phone, 1578643200000L + 23 * Phone.HOUR);
            }
        });
        // then it is still shown
        Check.same(Check.list("day shown"), phone.marks());
    }

    void timesInTextsAreThoseOfThePresentZone() throws Exception {
        // 2020-01-15T12:00Z
        in("Asia/Tokyo", new Step() {
            public void run() {
                Check.same("Next: Wed 15 Jan 21:00.", new Words(phone).filled("Next: {time:1579089600}."));
            }
        });
        in("America/New_York", new Step() {
            public void run() {
                Check.same("Next: Wed 15 Jan 07:00.", new Words(phone).filled("Next: {time:1579089600}."));
            }
        });
    }

    void unknownMarksInTextsStayAsTheyAre() {
        Check.same("{name} {time:x} $1", new Words(phone).filled("{name} {time:x} $1"));
    }

    private interface Step {
        void run() throws Exception;
    }

    private static void in(String zone, Step step) throws Exception {
        TimeZone before = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        try {
            step.run();
        } finally {
            TimeZone.setDefault(before);
        }
    }
}
