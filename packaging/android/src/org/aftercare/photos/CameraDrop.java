package org.aftercare.photos;

import java.io.File;
import java.io.FileNotFoundException;

import android.content.ClipData;
import android.content.ContentProvider;
import android.content.ContentValues;
import android.content.Context;
import android.database.Cursor;
import android.net.Uri;
import android.os.ParcelFileDescriptor;

/**
 * One file of ours that a camera app may write a picture into, while it is asked to. Nobody else gets in, and the
 * picture never lies in the gallery. The file is among the kept pictures, where the next start deletes what nobody read.
 */
public final class CameraDrop extends ContentProvider {
    private static final String PATH = "/camera";

    /** Where the camera app's picture is, whether or not there is one yet. */
    public static File file(Context context) {
        return new File(context.getFilesDir(), "Aftercare/photos/camera");
    }

    /** What the camera app is given in its place. */
    public static Uri address(Context context) {
        return Uri.parse("content://" + context.getPackageName() + ".photos" + PATH);
    }

    /** The address as a clip, with which the permission to write travels. */
    public static ClipData clip(Context context) {
        return ClipData.newRawUri("", address(context));
    }

    @Override
    public boolean onCreate() {
        return true;
    }

    @Override
    public ParcelFileDescriptor openFile(Uri uri, String mode) throws FileNotFoundException {
        if (!PATH.equals(uri.getPath())) {
            throw new FileNotFoundException(uri.getPath());
        }
        File file = file(getContext());
        File folder = file.getParentFile();
        if (!folder.isDirectory() && !folder.mkdirs()) {
            throw new FileNotFoundException(folder.getPath());
        }
        return ParcelFileDescriptor.open(file, ParcelFileDescriptor.parseMode(mode));
    }

    @Override
    public String getType(Uri uri) {
        return "image/jpeg";
    }

    @Override
    public Cursor query(Uri uri, String[] columns, String where, String[] values, String order) {
        return null;
    }

    @Override
    public Uri insert(Uri uri, ContentValues values) {
        return null;
    }

    @Override
    public int delete(Uri uri, String where, String[] values) {
        return 0;
    }

    @Override
    public int update(Uri uri, ContentValues content, String where, String[] values) {
        return 0;
    }
}
