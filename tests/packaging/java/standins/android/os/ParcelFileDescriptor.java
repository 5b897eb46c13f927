package android.os;

import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.RandomAccessFile;

/** Opens as Android does: writing makes the file and empties it. */
public final class ParcelFileDescriptor {
    private static final int READ = 0x10000000;
    private static final int WRITE = 0x20000000;
    private static final int CREATE = 0x08000000;
    private static final int TRUNCATE = 0x04000000;

    public final RandomAccessFile file;

    private ParcelFileDescriptor(RandomAccessFile file) {
        this.file = file;
    }

    public static int parseMode(String mode) {
        switch (mode) {
            case "r":
                return READ;
            case "w":
            case "wt":
                return WRITE | CREATE | TRUNCATE;
            case "rw":
                return READ | WRITE | CREATE;
            default:
                throw new IllegalArgumentException("Bad mode '" + mode + "'");
        }
    }

    public static ParcelFileDescriptor open(File file, int mode) throws FileNotFoundException {
        if ((mode & CREATE) == 0 && !file.exists()) {
            throw new FileNotFoundException(file.getPath());
        }
        try {
            RandomAccessFile opened = new RandomAccessFile(file, (mode & WRITE) == 0 ? "r" : "rw");
            if ((mode & TRUNCATE) != 0) {
                opened.setLength(0);
            }
            return new ParcelFileDescriptor(opened);
        } catch (IOException failed) {
            throw new FileNotFoundException(failed.getMessage());
        }
    }
}
