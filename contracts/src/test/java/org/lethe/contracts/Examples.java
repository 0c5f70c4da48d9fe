package org.lethe.contracts;

import java.time.Instant;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.ClientMessageId;
import org.lethe.contracts.id.ErasureId;
import org.lethe.contracts.id.FileId;
import org.lethe.contracts.id.LetterId;
import org.lethe.contracts.id.OperatorId;
import org.lethe.contracts.id.ReceiptId;
import org.lethe.contracts.id.VisitId;
import org.lethe.contracts.personal.AccountName;
import org.lethe.contracts.personal.ClientAddress;
import org.lethe.contracts.personal.EmailAddress;
import org.lethe.contracts.personal.HostName;
import org.lethe.contracts.personal.MessageText;
import org.lethe.contracts.personal.PersonName;
import org.lethe.contracts.personal.QuestionText;

/** Values that examples are made of. */
public final class Examples {

    public static final String UNIQUE = "4tqz80f2v7n3m6c1x9b5k0d4gh";
    public static final VisitId VISIT = new VisitId("v17-k3f9-" + UNIQUE);
    public static final ChatId CHAT = new ChatId("c05-k3f9-" + UNIQUE);
    public static final LetterId LETTER = LetterId.of(CHAT, 0);
    public static final ErasureId ERASURE = new ErasureId("e63-k3f9-" + UNIQUE);
    public static final AccountId ACCOUNT = new AccountId("acme");
    public static final OperatorId OPERATOR =
            new OperatorId("0b8f2a56-3a0e-4c62-9d7e-6f1c2b3a4d5e");
    public static final FileId FILE = new FileId("f-" + UNIQUE);
    public static final ReceiptId RECEIPT = new ReceiptId("r-" + UNIQUE);
    public static final ClientMessageId MESSAGE = new ClientMessageId("m_0123456789");
    public static final Instant AT = Instant.parse("2026-03-01T12:00:00.123Z");

    public static final PersonName VERA = PersonName.of("Vera");
    public static final PersonName ANNA = PersonName.of("Anna");
    public static final EmailAddress EMAIL = EmailAddress.of("vera@mail.example");
    public static final QuestionText QUESTION = QuestionText.of("Where is my parcel?");
    public static final MessageText HELLO = MessageText.of("Hello");
    public static final ClientAddress ADDRESS = ClientAddress.of("192.0.2.7");
    public static final HostName HOST = HostName.of("host-7.example");
    public static final AccountName ACME = AccountName.of("Acme");

    private Examples() {}
}
