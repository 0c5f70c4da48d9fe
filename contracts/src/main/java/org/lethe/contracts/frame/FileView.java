package org.lethe.contracts.frame;

import org.lethe.contracts.id.FileId;
import org.lethe.contracts.personal.FileName;

/**
 * A file in a message.
 *
 * @param size in bytes
 */
public record FileView(FileId file, FileName name, String mediaType, long size) {}
