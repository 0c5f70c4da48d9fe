package org.lethe.contracts.scope;

import static org.lethe.contracts.Examples.AT;
import static org.lethe.contracts.Examples.FILE;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lethe.contracts.chat.ChatForm;
import org.lethe.contracts.chat.FileNote;
import org.lethe.contracts.chat.MessageContent;
import org.lethe.contracts.frame.FileView;
import org.lethe.contracts.frame.VisitorView.PageView;
import org.lethe.contracts.personal.ClientAddress;
import org.lethe.contracts.personal.ConsentText;
import org.lethe.contracts.personal.DetailName;
import org.lethe.contracts.personal.DetailText;
import org.lethe.contracts.personal.EmailAddress;
import org.lethe.contracts.personal.FileName;
import org.lethe.contracts.personal.HostName;
import org.lethe.contracts.personal.Location;
import org.lethe.contracts.personal.MessageText;
import org.lethe.contracts.personal.PageTitle;
import org.lethe.contracts.personal.PageUrl;
import org.lethe.contracts.personal.PersonName;
import org.lethe.contracts.personal.QuestionText;
import org.lethe.contracts.personal.Referrer;
import org.lethe.contracts.visit.ClientTraits;
import org.lethe.contracts.visit.Consent;
import org.lethe.contracts.visit.DataUse;
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
                new MessageContent(PersonName.of("Canary"), MessageText.of("canary text"), null));
        examples.put(
                "chat-log-file",
                new MessageContent(
                        null,
                        null,
                        new FileView(FILE, FileName.of("canary.pdf"), "application/pdf", 17)));
        examples.put("chat-operatorName", PersonName.of("Canary"));
        return examples;
    }

    private static VisitDocument visit() {
        var page = new PageView(PageUrl.of("https://canary.example/"), PageTitle.of("Canary"), AT);
        return new VisitDocument(
                AT,
                new PageTrail(List.of(page)),
                Referrer.of("https://search.example/?q=canary"),
                Location.of("London", "England", "United Kingdom", "GB", "N2", "Canary Net"),
                ClientTraits.of("Canary 128", "Linux", "Desktop"),
                Map.of(DetailName.of("plan"), DetailText.of("canary")),
                new Consent(ConsentText.of("Canary, yes"), AT));
    }

    private static ChatForm form() {
        return new ChatForm(
                PersonName.of("Canary"),
                EmailAddress.of("canary@visitor.example"),
                QuestionText.of("A canary?"),
                new Consent(ConsentText.of("Canary, yes"), AT),
                new DataUse(true, true, false, true, false, Duration.ofHours(1)));
    }
}
