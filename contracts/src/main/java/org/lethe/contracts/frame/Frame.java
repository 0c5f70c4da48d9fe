package org.lethe.contracts.frame;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** One JSON text message of a socket; its {@code type} says which record it is. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface Frame permits ClientFrame, ServerFrame {}
