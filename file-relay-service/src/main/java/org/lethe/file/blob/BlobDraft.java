package org.lethe.file.blob;

import java.io.IOException;
import java.io.OutputStream;

/** A blob that is being written; closed without a commit, it was never there. */
public interface BlobDraft extends AutoCloseable {

    /** Where its bytes go. To be closed before the commit. */
    OutputStream out();

    /** Makes it visible, whole, at once. */
    void commit() throws IOException;

    @Override
    void close() throws IOException;
}
