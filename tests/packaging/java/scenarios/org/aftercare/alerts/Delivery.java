package org.aftercare.alerts;

import android.app.AlarmManager;
import android.app.Notification;

/** What arrives, when, and how often. */
final class Delivery {
    private final Phone phone;

    Delivery() throws Exception {
        phone = new Phone();
    }

    void anAlarmArrivesAtItsTimeWithTheAppClosed() throws Exception {
        // given two alarms
        phone.alarm("pool", "allowed", Phone.HOUR);
        phone.alarm("sauna", "allowed", Phone.DAY);
        phone.plan();
        Check.same(phone.now + Phone.HOUR, phone.wakesAt());
        // when the first one's time comes
        phone.at(phone.now + Phone.HOUR);
        // then it is on display, settled, and the system is set for the second
        Check.same(Check.list("pool is OK again."), phone.texts());
        Check.same(Check.list("pool shown"), phone.marks());
        Check.same(phone.now + Phone.DAY, phone.wakesAt());
    }

    void anAlarmThatIsDeliveredTwiceIsShownOnce() throws Exception {
        phone.alarm("pool", "allowed", -Phone.MINUTE);
        phone.plan();
        phone.ring();
        phone.ring();
        Check.same(Check.list("pool is OK again."), phone.texts());
        Check.same(1, phone.notices.sounds);
    }

    void aCrashBetweenShowingAndMarkingReplacesItWithoutASound() throws Exception {
        // given an alarm that was shown, but the file is still the one from before
        phone.alarm("pool", "allowed", -Phone.MINUTE);
        phone.notices.isPermitted = false;
        phone.plan();
        String before = phone.read();
        phone.notices.isPermitted = true;
        phone.ring();
        phone.write(before);
        // when the phone delivers it again
        phone.ring();
        // then one notification is on display, and it rang once
        Check.same(1, phone.notices.shown.size());
        Check.same(1, phone.notices.sounds);
        Check.same(Check.list("pool shown"), phone.marks());
    }

    void aNewPlanReplacesTheOldOne() throws Exception {
        phone.alarm("pool", "allowed", Phone.HOUR);
        phone.plan();
        phone.replan();
        phone.alarm("sauna", "allowed", 2 * Phone.HOUR);
        phone.plan();
        Check.same(phone.now + 2 * Phone.HOUR, phone.wakesAt());
        phone.at(phone.now + 3 * Phone.HOUR);
        Check.same(Check.list("sauna is OK again."), phone.texts());
    }

    void whatWasShownIsNotShownAgainByANewPlan() throws Exception {
        phone.alarm("pool", "allowed", -Phone.MINUTE);
        phone.plan();
        phone.plan();
        Check.same(1, phone.notices.posted.size());
    }

    void aKeyThatMovesToALaterTimeIsToldAgain() throws Exception {
        phone.alarm("pool", "allowed", -Phone.HOUR);
        phone.plan();
        phone.replan();
        phone.alarm("pool", "allowed", -Phone.MINUTE);
        phone.plan();
        Check.same(2, phone.notices.posted.size());
    }

    void anEmptyPlanLeavesNothingArmed() throws Exception {
        phone.alarm("pool", "allowed", Phone.HOUR);
        phone.plan();
        phone.replan();
        phone.plan();
        Check.same(Long.MAX_VALUE, phone.wakesAt());
        Check.same(0, phone.report().getInt("armed"));
    }

    void theAppTakesMarksOverAndNoOthers() throws Exception {
        // given one mark that the app read, and one that came since
        phone.alarm("pool", "allowed", -Phone.MINUTE);
        phone.plan();
        String read = phone.report().getJSONArray("marks").toString();
        phone.alarm("sauna", "allowed", -Phone.MINUTE);
        phone.plan();
        // when the app says what it took
        AlarmStore.forget(phone, read);
        // then the other one is still there
        Check.same(Check.list("sauna shown"), phone.marks());
    }

    void takingAMarkOverDoesNotBringItsAlarmBack() throws Exception {
        // given an alarm that was shown, and one to come
        phone.alarm("pool", "allowed", -Phone.MINUTE);
        phone.alarm("sauna", "allowed", Phone.HOUR);
        phone.plan();
        // when the app takes the mark over and dies before it plans anew
        AlarmStore.forget(phone, phone.report().getJSONArray("marks").toString());
        phone.ring();
        // then nothing is shown again, and the other is still to come
        Check.same(Check.list("pool is OK again."), phone.texts());
        Check.same(1, phone.report().getInt("armed"));
        Check.same(phone.now + Phone.HOUR, phone.wakesAt());
    }

    void aMarkOfAnotherFireTimeIsKept() throws Exception {
        phone.alarm("pool", "allowed", -Phone.MINUTE);
        phone.plan();
        AlarmStore.forget(phone, "[{\"key\": \"pool\", \"fire_ms\": 5}, null, 7]");
        Check.same(Check.list("pool shown"), phone.marks());
    }

    void theLatestOfTwoMarksCounts() throws Exception {
        long fire = phone.now - Phone.MINUTE;
        phone.write("{\"marks\":[{\"key\":\"pool\",\"state\":\"shown\",\"fire_ms\":" + fire + "},"
                + "{\"key\":\"pool\",\"state\":\"shown\",\"fire_ms\":5}]}");
        phone.alarm("pool", "allowed", -Phone.MINUTE);
        phone.plan();
        Check.same(0, phone.notices.posted.size());
    }

    void sameMomentAndKindIsOneNotification() throws Exception {
        phone.alarm("pool", "allowed", -Phone.MINUTE);
        phone.alarm("sauna", "allowed", -Phone.MINUTE);
        phone.alarm("visit", "session", -Phone.MINUTE);
        phone.plan();
        Check.same(Check.list("pool is OK again. sauna is OK again.", "visit is OK again."), phone.texts());
        Check.same(Check.list("pool shown", "sauna shown", "visit shown"), phone.marks());
    }

    void aTapSaysWhatWasTapped() throws Exception {
        phone.alarm("pool", "allowed", -Phone.MINUTE);
        phone.plan();
        Notification shown = phone.notices.posted.get(0);
        Check.same("pool", shown.contentIntent.intent.getStringExtra(Notices.KEY));
        Check.same("allowed", shown.contentIntent.intent.getStringExtra(Notices.KIND));
    }

    void whatIsWithdrawnLeavesTheDisplay() throws Exception {
        // given one notification of two alarms and one of a third
        phone.alarm("pool", "allowed", -Phone.MINUTE);
        phone.alarm("sauna", "allowed", -Phone.MINUTE);
        phone.alarm("visit", "session", -Phone.MINUTE);
        phone.plan();
        // when one of the two and the third are withdrawn, the two stay together
        AlarmStore.close(phone, "[\"pool\", \"visit\"]");
        Check.same(1, phone.notices.shown.size());
        // when both are, they go
        AlarmStore.close(phone, "[\"pool\", \"sauna\"]");
        Check.same(0, phone.notices.shown.size());
    }

    void removingLeavesNothing() throws Exception {
        phone.alarm("pool", "allowed", -Phone.MINUTE);
        phone.alarm("sauna", "allowed", Phone.HOUR);
        phone.plan();
        Check.same("", AlarmStore.remove(phone));
        Check.same(0, phone.alarms.set.size());
        Check.same(0, phone.notices.shown.size());
        Check.same(0, phone.getFilesDir().list().length);
        phone.reboot();
        Check.same(0, phone.alarms.set.size());
        Check.same(0, phone.getFilesDir().list().length);
    }

    void exactAlarmsAreUsedWhereTheyArePermitted() throws Exception {
        phone.alarm("pool", "allowed", Phone.HOUR);
        phone.plan();
        boolean exact = false;
        for (AlarmManager.Alarm alarm : phone.alarms.set) {
            exact |= alarm.exact;
        }
        Check.that(exact, "no exact alarm was set");
        Check.that(phone.report().getBoolean("exact"), "the report says inexact");
    }
}
