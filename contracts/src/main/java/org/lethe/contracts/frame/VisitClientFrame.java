package org.lethe.contracts.frame;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.personal.DetailName;
import org.lethe.contracts.personal.DetailText;
import org.lethe.contracts.personal.PageTitle;
import org.lethe.contracts.personal.PageUrl;
import org.lethe.contracts.personal.Referrer;

/** What a visitor's page sends on {@code /v1/visits/{visit}/socket}. */
@JsonSubTypes({
    @JsonSubTypes.Type(VisitClientFrame.Hello.class),
    @JsonSubTypes.Type(VisitClientFrame.Page.class),
    @JsonSubTypes.Type(VisitClientFrame.Details.class),
    @JsonSubTypes.Type(VisitClientFrame.Heartbeat.class),
    @JsonSubTypes.Type(VisitClientFrame.Leave.class)
})
public sealed interface VisitClientFrame extends ClientFrame {

    @JsonTypeName("hello")
    record Hello(BearerToken token) implements VisitClientFrame, ClientFrame.Hello {}

    /** The visitor is on another page now. */
    @JsonTypeName("page")
    record Page(PageUrl url, @Nullable PageTitle title, @Nullable Referrer referrer)
            implements VisitClientFrame {}

    /**
     * The site knows more of its visitor than it has passed.
     *
     * @param details those that are new or other ones than before; one that is empty is taken away
     */
    @JsonTypeName("details")
    record Details(Map<DetailName, @Nullable DetailText> details) implements VisitClientFrame {}

    @JsonTypeName("heartbeat")
    record Heartbeat() implements VisitClientFrame {}

    @JsonTypeName("leave")
    record Leave() implements VisitClientFrame {}
}
