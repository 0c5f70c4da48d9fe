package org.lethe.contracts.asyncapi;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.lethe.contracts.frame.ChatClientFrame;
import org.lethe.contracts.frame.ChatServerFrame;
import org.lethe.contracts.frame.ClientFrame;
import org.lethe.contracts.frame.DeskClientFrame;
import org.lethe.contracts.frame.DeskServerFrame;
import org.lethe.contracts.frame.Frame;
import org.lethe.contracts.frame.ServerFrame;
import org.lethe.contracts.frame.VisitClientFrame;
import org.lethe.contracts.frame.VisitServerFrame;
import org.lethe.contracts.frame.VisitorsClientFrame;
import org.lethe.contracts.frame.VisitorsServerFrame;

/** A socket: where it is, and what goes each way. */
record Socket(
        String name,
        String address,
        String summary,
        Class<? extends ClientFrame> client,
        Class<? extends ServerFrame> server) {

    static final List<Socket> ALL =
            List.of(
                    new Socket(
                            "visit",
                            "/v1/visits/{visit}/socket",
                            "One visit, for the visitor's page; opened with the visit token.",
                            VisitClientFrame.class,
                            VisitServerFrame.class),
                    new Socket(
                            "visitors",
                            "/v1/visitors/socket",
                            "The live list of an account's visitors, for operators.",
                            VisitorsClientFrame.class,
                            VisitorsServerFrame.class),
                    new Socket(
                            "chat",
                            "/v1/chats/{chat}/socket",
                            "One chat, for the visitor in it; opened with the participant token.",
                            ChatClientFrame.class,
                            ChatServerFrame.class),
                    new Socket(
                            "desk",
                            "/v1/desk/socket",
                            "The queue and all chats of an operator.",
                            DeskClientFrame.class,
                            DeskServerFrame.class));

    /** The frames of one side, by their type. */
    static Map<String, Class<?>> frames(Class<? extends Frame> side) {
        var frames = new LinkedHashMap<String, Class<?>>();
        Stream.of(side.getPermittedSubclasses())
                .forEach(frame ->
                        frames.put(frame.getAnnotation(JsonTypeName.class).value(), frame));
        return frames;
    }
}
