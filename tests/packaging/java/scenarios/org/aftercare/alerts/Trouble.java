package org.aftercare.alerts;

import android.app.AlarmManager;
import android.app.Notification;
import android.app.NotificationChannel;
import android.app.NotificationManager;
import java.util.Arrays;
import org.json.JSONObject;

/** Damage, refusals, permissions, and what a stranger sees. */
final class Trouble {
    private final Phone phone;

    Trouble() throws Exception {
        phone = new Phone();
    }

    void aDamagedFileIsSetAsideAndThePatientIsAskedToOpenTheApp() throws Exception {
        String whole = "{\"plan\":{\"alarms\":[{\"key\":\"pool\",\"fire_ms\":1}]}}";
        for (int length = 0; length < whole.length(); length++) {
            // given a file that was cut off
            Phone other = new Phone();
            other.write(whole.substring(0, length));
            // when the phone restarts, twice
            other.reboot();
            other.reboot();
            // then the patient is told once, and the file is kept
            Check.same(Check.list("aftercare_open_app"), other.texts());
            Check.that(other.file("alarms.json.damaged").exists(), "the damaged file is gone");
            Check.that(other.report().getBoolean("damaged"), "the report says nothing");
        }
    }

    void aNewPlanMendsADamagedFile() throws Exception {
        phone.write("no json");
        phone.alarm("pool", "allowed", Phone.HOUR);
        phone.plan();
        Check.that(!phone.report().getBoolean("damaged"), "still damaged");
        Check.same(phone.now + Phone.HOUR, phone.wakesAt());
    }

    void foreignContentIsSurvived() throws Exception {
        for (String content : Check.list("[]", "null", "7", "{\"plan\":[]}", "{\"plan\":{\"alarms\":{}}}",
                "{\"marks\":7,\"plan\":{\"alarms\":[null,3,{},{\"key\":null,\"fire_ms\":5},{\"key\":\"a\"}]}}",
                "{\"marks\":[null,{}],\"plan\":{\"alarms\":[{\"key\":\"a\",\"fire_ms\":\"soon\"}]}}",
                "\u0000\u0000\u0000\u0000")) {
            Phone other = new Phone();
            other.write(content);
            other.reboot();
            other.report();
            Check.same(Long.MAX_VALUE, other.wakesAt());
        }
    }

    void whatIsNullIsNotShownAsAWord() throws Exception {
        phone.alarm("pool", "allowed", -Phone.MINUTE).put("text_private", JSONObject.NULL);
        phone.plan();
        Check.same(Check.list(""), phone.texts());
    }

    void nestingWithoutEndIsDamage() throws Exception {
        char[] open = new char[500000];
        Arrays.fill(open, '[');
        phone.write("{\"plan\":" + new String(open));
        phone.reboot();
        Check.that(phone.report().getBoolean("damaged"), "not seen as damaged");
    }

    void whatAnotherVersionWroteIsKept() throws Exception {
        phone.write("{\"later\":{\"a\":[1,2]},\"plan\":{}}");
        phone.alarm("pool", "allowed", -Phone.MINUTE).put("colour", "blue");
        phone.plan();
        JSONObject stored = new JSONObject(phone.read());
        Check.same("[1,2]", stored.getJSONObject("later").getJSONArray("a").toString());
        Check.that(phone.read().contains("blue"), "the alarm lost a member");
    }

    void anUnreadablePlanChangesNothing() throws Exception {
        phone.alarm("pool", "allowed", Phone.HOUR);
        phone.plan();
        String before = phone.read();
        Check.that(!AlarmStore.replacePlan(phone, "{\"alarms\": [").isEmpty(), "no reason given");
        Check.same(before, phone.read());
        Check.same(phone.now + Phone.HOUR, phone.wakesAt());
    }

    void aPlanThatCannotBeStoredIsReported() throws Exception {
        Check.that(phone.file("alarms.json.new").mkdir(), "no folder");
        String reason = AlarmStore.replacePlan(phone, "{}");
        Check.that(!reason.isEmpty(), "no reason given");
    }

    void whatIsBlockedStaysDueUntilItIsAllowed() throws Exception {
        phone.notices.isPermitted = false;
        phone.alarm("pool", "allowed", -Phone.MINUTE);
        phone.plan();
        Check.same(0, phone.marks().size());
        Check.that(!phone.report().getBoolean("allowed"), "the report says allowed");
        phone.notices.isPermitted = true;
        AlarmStore.rearm(phone);
        Check.same(Check.list("pool shown"), phone.marks());
    }

    void aKindThatThePatientSwitchedOffIsDropped() throws Exception {
        phone.alarm("pool", "allowed", -2 * Phone.HOUR);
        phone.plan();
        if (Phone.sdk() < 26) {
            return;
        }
        phone.notices.channels.get("reminders.allowed").importance = NotificationManager.IMPORTANCE_NONE;
        phone.alarm("sauna", "allowed", -Phone.MINUTE);
        phone.plan();
        Check.same(Check.list("pool shown", "sauna dropped"), phone.marks());
    }

    void aRefusedNotificationIsTriedAgainSoon() throws Exception {
        phone.notices.isBroken = true;
        phone.alarm("pool", "allowed", -Phone.MINUTE);
        phone.alarm("sauna", "allowed", Phone.DAY);
        phone.plan();
        Check.that(phone.wakesAt() <= phone.now + 16 * Phone.MINUTE, "no second try");
        phone.notices.isBroken = false;
        phone.at(phone.wakesAt());
        Check.same(Check.list("pool shown"), phone.marks());
    }

    void aSystemThatRefusesAlarmsIsReportedAndShowsWhatIsDue() throws Exception {
        phone.alarms.isBroken = true;
        JSONObject alarm = phone.alarm("pool", "allowed", -Phone.MINUTE);
        JSONObject later = phone.alarm("sauna", "allowed", Phone.HOUR);
        String plan = "{\"alarms\":[" + alarm + "," + later + "]}";
        Check.that(!AlarmStore.replacePlan(phone, plan).isEmpty(), "no reason given");
        Check.same(Check.list("pool shown"), phone.marks());
    }

    void withoutThePermissionAlarmsAreInexactAndStillCome() throws Exception {
        phone.alarms.mayBeExact = false;
        phone.alarm("pool", "allowed", Phone.HOUR);
        phone.plan();
        if (Phone.sdk() >= 31) {
            for (AlarmManager.Alarm alarm : phone.alarms.set) {
                Check.that(!alarm.exact, "exact without permission");
            }
            Check.that(!phone.report().getBoolean("exact"), "the report says exact");
        }
        phone.at(phone.now + Phone.HOUR);
        Check.same(Check.list("pool shown"), phone.marks());
    }

    void takingThePermissionBackLosesNothing() throws Exception {
        phone.alarm("pool", "allowed", Phone.HOUR);
        phone.plan();
        phone.alarms.takeExactBack();
        Check.same(phone.now + Phone.HOUR, phone.wakesAt());
        phone.at(phone.now + Phone.HOUR);
        Check.same(Check.list("pool shown"), phone.marks());
    }

    void aLockedScreenShowsOnlyThePublicWords() throws Exception {
        phone.alarm("pool", "allowed", -3 * Phone.HOUR);
        phone.alarm("sauna", "allowed", -Phone.MINUTE);
        phone.plan();
        Notification shown = phone.notices.posted.get(0);
        Check.same(Notification.VISIBILITY_PRIVATE, shown.visibility);
        Check.same("Reminder", shown.publicVersion.title);
        Check.same("Your plan has an update.", shown.publicVersion.text);
    }

    void discreetWordingStaysDiscreetWhenLate() throws Exception {
        phone.alarm("pool", "allowed", -3 * Phone.HOUR).put("text_private", "Your plan has an update.");
        phone.plan();
        Check.same(Check.list("Your plan has an update."), phone.texts());
    }

    void everyKindHasAChannelWithItsNeutralName() throws Exception {
        phone.alarm("pool", "allowed", -Phone.MINUTE);
        phone.alarm("new", "kind-of-a-later-version", -Phone.MINUTE);
        phone.plan();
        Check.same(2, phone.notices.posted.size());
        if (Phone.sdk() >= 26) {
            NotificationChannel channel = phone.notices.channels.get("reminders.allowed");
            Check.same("Plan changes", channel.name);
            Check.same(Notification.VISIBILITY_PRIVATE, channel.lockscreen);
            Check.same("aftercare_reminders",
                    phone.notices.channels.get("reminders.kind-of-a-later-version").name);
        }
    }
}
