package org.lethe.contracts;

import java.time.Instant;
import org.lethe.contracts.frame.PersonalText;
import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.ChatId;
import org.lethe.contracts.id.ClientMessageId;
import org.lethe.contracts.id.ErasureId;
import org.lethe.contracts.id.FileId;
import org.lethe.contracts.id.LetterId;
import org.lethe.contracts.id.OperatorId;
import org.lethe.contracts.id.ReceiptId;
import org.lethe.contracts.id.VisitId;

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

    private Examples() {}

    public static PersonalText text(String value) {
        return new PersonalText(value);
    }
}
