package org.lethe.contracts.chat;

import org.lethe.contracts.frame.FileView;
import org.lethe.contracts.id.FileId;
import org.lethe.contracts.personal.FileName;

/**
 * What is known of a file; sealed as JSON beside the chat, where chat-service reads it too.
 *
 * @param size of the clear bytes
 */
public record FileNote(FileName name, String mediaType, long size) {

    /** As it stands in a message and in the answer to an upload. */
    public FileView view(FileId file) {
        return new FileView(file, name, mediaType, size);
    }

    @Override
    public String toString() {
        return "[redacted]";
    }
}
