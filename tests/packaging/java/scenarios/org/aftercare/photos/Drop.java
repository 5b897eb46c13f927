package org.aftercare.photos;

import java.io.File;
import java.io.FileNotFoundException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;

import android.content.Context;
import android.content.pm.ApplicationInfo;
import android.content.pm.PackageManager;
import android.content.res.Resources;
import android.net.Uri;

/** A camera app writes a picture, takes another one, and looks where it should not; prints the file and its address. */
final class Drop {
    private Drop() {
    }

    public static void main(String[] folders) throws Exception {
        Context context = new Folder(new File(folders[0]));
        CameraDrop drop = new CameraDrop();
        drop.attach(context);
        Uri address = CameraDrop.address(context);
        write(drop, address, "a longer first picture");
        write(drop, address, "picture");
        System.out.println(new String(Files.readAllBytes(CameraDrop.file(context).toPath()), StandardCharsets.UTF_8));
        System.out.println(address + " " + CameraDrop.clip(context) + " " + drop.getType(address));
        try {
            drop.openFile(Uri.parse("content://org.aftercare.aftercare.photos/../aftercare.json"), "r");
            System.out.println("open to all");
        } catch (FileNotFoundException closed) {
            System.out.println("closed");
        }
    }

    private static void write(CameraDrop drop, Uri address, String content) throws Exception {
        drop.openFile(address, "w").file.write(content.getBytes(StandardCharsets.UTF_8));
    }

    /** An app with its folder. */
    private static final class Folder extends Context {
        private final File folder;

        Folder(File folder) {
            this.folder = folder;
        }

        @Override
        public File getFilesDir() {
            return folder;
        }

        @Override
        public String getPackageName() {
            return "org.aftercare.aftercare";
        }

        @Override
        public Object getSystemService(String name) {
            return null;
        }

        @Override
        public PackageManager getPackageManager() {
            return null;
        }

        @Override
        public Resources getResources() {
            return null;
        }

        @Override
        public ApplicationInfo getApplicationInfo() {
            return null;
        }
    }
}
