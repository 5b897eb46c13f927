package org.aftercare.alerts;

import java.io.File;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;

/** One call to the store, for programs that are not Java: Desk FOLDER CALL, the argument in FOLDER/argument. */
final class Desk {
    private Desk() {
    }

    public static void main(String[] words) throws Exception {
        File folder = new File(words[0]);
        Phone phone = new Phone(folder);
        File given = new File(folder, "argument");
        String argument = given.exists()
                ? new String(Files.readAllBytes(given.toPath()), StandardCharsets.UTF_8) : "";
        new PrintStream(System.out, true, "UTF-8").print(answer(phone, words[1], argument));
    }

    private static String answer(Phone phone, String call, String argument) {
        switch (call) {
            case "replacePlan":
                return AlarmStore.replacePlan(phone, argument);
            case "rearm":
                return AlarmStore.rearm(phone);
            case "report":
                return AlarmStore.report(phone);
            case "forget":
                return AlarmStore.forget(phone, argument);
            case "close":
                return AlarmStore.close(phone, argument);
            case "remove":
                return AlarmStore.remove(phone);
            default:
                throw new IllegalArgumentException(call);
        }
    }
}
