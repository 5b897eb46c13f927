package org.aftercare.alerts;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;

import org.json.JSONException;
import org.json.JSONObject;

/**
 * The one file that holds what is planned and what was done with it, replaced as a whole.
 *
 * Only AlarmStore writes it, under its lock. Members that this version does not know are kept.
 */
final class AlarmFile {
    static final String NAME = "alarms.json";
    static final String DAMAGED = "damaged";

    private final File file;
    private final File fresh;
    private final File aside;

    AlarmFile(File folder) {
        file = new File(folder, NAME);
        fresh = new File(folder, NAME + ".new");
        aside = new File(folder, NAME + ".damaged");
    }

    /** The content; empty when there is no file. A damaged file is set aside and the content says so. */
    JSONObject read() {
        if (!file.exists()) {
            return new JSONObject();
        }
        try {
            return new JSONObject(text());
        } catch (IOException | JSONException | RuntimeException | StackOverflowError damage) {
            return setAside();
        }
    }

    /** Replace the content; a crash at any moment leaves the old one or the new one. */
    void write(JSONObject content) throws IOException {
        FileOutputStream out = new FileOutputStream(fresh);
        try {
            out.write(content.toString().getBytes("UTF-8"));
            out.flush();
            out.getFD().sync();
        } finally {
            out.close();
        }
        if (!fresh.renameTo(file)) {
            throw new IOException("the new content could not take the old one's place");
        }
    }

    /** Remove the file and everything that was made beside it. */
    boolean delete() {
        fresh.delete();
        aside.delete();
        return file.delete() || !file.exists();
    }

    private String text() throws IOException {
        InputStream in = new FileInputStream(file);
        try {
            ByteArrayOutputStream read = new ByteArrayOutputStream();
            byte[] part = new byte[8192];
            for (int count = in.read(part); count >= 0; count = in.read(part)) {
                read.write(part, 0, count);
            }
            return read.toString("UTF-8");
        } finally {
            in.close();
        }
    }

    private JSONObject setAside() {
        file.renameTo(aside);
        JSONObject content = new JSONObject();
        Json.put(content, DAMAGED, true);
        return content;
    }
}
