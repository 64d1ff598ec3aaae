package dev.rollcall.collect.securityhub;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * That Security Hub v2 is on in an account and Region: another service than the one that
 * checks standards, which may be off beside it.
 *
 * @param hubV2Arn the hub
 * @param subscribedAt since when it is on
 */
public record SecurityhubV2(String hubV2Arn, @Nullable Instant subscribedAt) {

}
