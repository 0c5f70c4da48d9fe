package org.lethe.contracts.chat;

import org.jspecify.annotations.Nullable;
import org.lethe.contracts.frame.FileView;
import org.lethe.contracts.personal.MessageText;
import org.lethe.contracts.personal.PersonName;

/**
 * The sealed part of a message.
 *
 * @param name the author's, as the others see it
 */
public record MessageContent(
        @Nullable PersonName name, @Nullable MessageText text, @Nullable FileView file) {}
