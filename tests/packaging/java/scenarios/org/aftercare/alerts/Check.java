package org.aftercare.alerts;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;

/** Runs the scenarios of the classes it is given: one line each, "ok Class.name" or "failed Class.name: why". */
final class Check {
    private Check() {
    }

    public static void main(String[] classes) throws Exception {
        for (String name : classes) {
            Class<?> scenarios = Class.forName("org.aftercare.alerts." + name);
            for (Method scenario : scenarios.getDeclaredMethods()) {
                if (!Modifier.isPrivate(scenario.getModifiers()) && !scenario.isSynthetic()) {
                    System.out.println(run(scenarios, scenario) + "\u001e");
                }
            }
        }
    }

    private static String run(Class<?> scenarios, Method scenario) throws Exception {
        String name = scenarios.getSimpleName() + "." + scenario.getName();
        try {
            scenario.invoke(scenarios.getDeclaredConstructor().newInstance());
            return "ok " + name;
        } catch (InvocationTargetException failed) {
            Throwable why = failed.getCause();
            return "failed " + name + ": " + why + " " + Arrays.toString(why.getStackTrace());
        }
    }

    static void that(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError(what);
        }
    }

    static void same(Object expected, Object found) {
        that(expected.equals(found), "expected <" + expected + "> but found <" + found + ">");
    }

    static List<String> list(String... parts) {
        return Arrays.asList(parts);
    }
}
