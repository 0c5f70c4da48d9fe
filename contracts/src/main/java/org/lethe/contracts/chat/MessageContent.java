package org.lethe.contracts.chat;

import org.jspecify.annotations.Nullable;
import org.lethe.contracts.frame.FileView;
import org.lethe.contracts.frame.PersonalText;
import org.lethe.contracts.personal.MessageText;

/**
 * The sealed part of a message.
 *
 * @param name the author's, as the others see it
 */
public record MessageContent(
        @Nullable PersonalText name, @Nullable MessageText text, @Nullable FileView file) {}
