package org.lethe.contracts.frame;

import org.lethe.contracts.id.FileId;

/**
 * A file in a message.
 *
 * @param size in bytes
 */
public record FileView(FileId file, PersonalText name, String mediaType, long size) {}
