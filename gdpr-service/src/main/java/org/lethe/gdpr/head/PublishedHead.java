package org.lethe.gdpr.head;

import org.lethe.contracts.event.SignedHead;
import org.lethe.contracts.tree.TreeHead;

/**
 * A head that everybody can see.
 *
 * @param number its place among all that were published, from 0
 */
public record PublishedHead(long number, TreeHead head, SignedHead signed) {}
