package org.lethe.file.blob;

/**
 * What was removed.
 *
 * @param bytes sealed bytes, a little more than the files had
 */
public record Removed(int files, long bytes) {

    public static final Removed NOTHING = new Removed(0, 0);

    public Removed plus(Removed other) {
        return new Removed(files + other.files, bytes + other.bytes);
    }

    public boolean isNothing() {
        return files == 0;
    }
}
