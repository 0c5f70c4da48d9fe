package org.lethe.file.access;

/** Which way a file goes; the two are limited apart, so that neither can shut the other out. */
public enum StreamKind {
    UPLOAD,
    DOWNLOAD
}
