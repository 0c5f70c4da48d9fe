package org.lethe.contracts.scope;

import static org.lethe.contracts.Examples.AT;
import static org.lethe.contracts.Examples.FILE;
import static org.lethe.contracts.Examples.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lethe.contracts.chat.ChatForm;
import org.lethe.contracts.chat.FileNote;
import org.lethe.contracts.chat.MessageContent;
import org.lethe.contracts.frame.FileView;
import org.lethe.contracts.frame.VisitorView.PageView;
import org.lethe.contracts.personal.ClientAddress;
import org.lethe.contracts.personal.EmailAddress;
import org.lethe.contracts.personal.FileName;
import org.lethe.contracts.personal.HostName;
import org.lethe.contracts.personal.Location;
import org.lethe.contracts.personal.MessageText;
import org.lethe.contracts.personal.VisitorName;
import org.lethe.contracts.visit.ClientTraits;
import org.lethe.contracts.visit.Consent;
import org.lethe.contracts.visit.PageTrail;
import org.lethe.contracts.visit.VisitDocument;

/** What is sealed in each slot, by kind and name of the slot. */
final class SealedExamples {

    private SealedExamples() {}

    static Map<String, Object> all() {
        var from = new Whereabouts(ClientAddress.of("192.0.2.7"), HostName.of("canary.example"));
        var note = new FileNote(FileName.of("canary.pdf"), "application/pdf", 17);
        var examples = new LinkedHashMap<String, Object>();
        examples.put("visit-view", visit());
        examples.put("visit-addr", from);
        examples.put("chat-addr", from);
        examples.put("letter-addr", new Whereabouts(ClientAddress.of("192.0.2.7"), null));
        examples.put("chat-form", form());
        examples.put("chat-files", note);
        examples.put(
                "chat-log",
                new MessageContent(text("Canary"), MessageText.of("canary text"), null));
        examples.put(
                "chat-log-file",
                new MessageContent(
                        null, null, new FileView(FILE, text("canary.pdf"), "application/pdf", 17)));
        examples.put("chat-operatorName", text("Canary"));
        return examples;
    }

    private static VisitDocument visit() {
        var page = new PageView(text("https://canary.example/"), text("Canary"), AT);
        return new VisitDocument(
                AT,
                new PageTrail(List.of(page)),
                text("https://search.example/?q=canary"),
                new Location("London", "England", "United Kingdom", "GB", "N2", "Canary Net"),
                new ClientTraits("Canary 128", "Linux", "Desktop"),
                Map.of(text("plan"), text("canary")),
                new Consent(text("Canary, yes"), AT));
    }

    private static ChatForm form() {
        return new ChatForm(
                VisitorName.of("Canary"),
                EmailAddress.of("canary@visitor.example"),
                MessageText.of("A canary?"),
                new ChatForm.Consent(MessageText.of("Canary, yes"), AT));
    }
}
