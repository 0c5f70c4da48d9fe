package org.lethe.contracts.frame;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeName;

/** What the console sends on {@code /v1/visitors/socket}. */
@JsonSubTypes(@JsonSubTypes.Type(VisitorsClientFrame.Hello.class))
public sealed interface VisitorsClientFrame extends ClientFrame {

    @JsonTypeName("hello")
    record Hello(BearerToken token) implements VisitorsClientFrame, ClientFrame.Hello {}
}
