#!/usr/bin/env python3
"""Adds detective services and the basics of accounts to an organization that moto serves.

Calls the server that moto_org.py has filled with boto3 alone, draws from the same seed, and writes that script's truth
again with what it has changed and added. No answer of moto's is read for it: the truth is what was asked for, and what
moto is known to say whatever it is asked for.

    python3 src/test/python/moto_detective.py --truth truth.json --expect more.json

What moto has no operation for, a client cannot add: who administers Security Hub in which Region, and where its findings
come together, stand in the truth alone, for whoever answers these two questions in moto's place.

Where moto differs from AWS, and the truth is moto's:

* a detector says DISABLED of CloudTrail, DNS and flow logs, whatever it does; its features are those that were sent.
* there may be two detectors in a Region, and any account may administer GuardDuty, strangers and several among them.
* who administers Security Hub may configure it, and has members, though its own Security Hub is off; a member is ENABLED.
* passwords that do not expire have an age of 0 days; what a block of S3 leaves unsaid is said to be off.
"""
import argparse
import json
import os
import random
import re

os.environ.update(AWS_ACCESS_KEY_ID="AKIAIOSFODNN7EXAMPLE", AWS_SECRET_ACCESS_KEY="secret", AWS_DEFAULT_REGION="us-east-1")

import boto3  # noqa: E402
from botocore.config import Config  # noqa: E402

STRANGER = "999988887777"
FOUNDATION = ["CLOUD_TRAIL", "DNS_LOGS", "FLOW_LOGS"]
PLANS = ["S3_DATA_EVENTS", "EKS_AUDIT_LOGS", "EBS_MALWARE_PROTECTION", "RDS_LOGIN_EVENTS", "LAMBDA_NETWORK_LOGS",
         "RUNTIME_MONITORING"]
BLOCK = ["BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets"]


class Cloud:
    """boto3 clients for the emulator, by account and Region, each made once."""

    def __init__(self, endpoint, management):
        self.endpoint, self.management, self.session = endpoint, management, boto3.Session()
        self.entered, self.clients = {}, {}

    def client(self, service, account=None, region="us-east-1"):
        account = account or self.management
        if (service, account, region) not in self.clients:
            client = self.session.client(
                service, endpoint_url=self.endpoint, region_name=region, config=Config(retries={"max_attempts": 1}),
                **self.keys(account))
            client.meta.events.register_first("before-sign.s3-control.*", self.without_account)
            self.clients[service, account, region] = client
        return self.clients[service, account, region]

    @staticmethod
    def without_account(request, **_):
        """The account stands before the host, which an address cannot have."""
        request.url = re.sub(r"//\d{12}\.", "//", request.url)

    def keys(self, account):
        if account == self.management:
            return {}
        if account not in self.entered:
            answer = self.client("sts").assume_role(
                RoleArn=f"arn:aws:iam::{account}:role/Seeder", RoleSessionName="seed")["Credentials"]
            self.entered[account] = {"aws_access_key_id": answer["AccessKeyId"],
                                     "aws_secret_access_key": answer["SecretAccessKey"],
                                     "aws_session_token": answer["SessionToken"]}
        return self.entered[account]


class Deck:
    """Deals every kind once before it deals any again."""

    def __init__(self, rnd, kinds):
        self.rnd, self.kinds, self.left = rnd, list(kinds), []

    def deal(self):
        if not self.left:
            self.left = self.rnd.sample(self.kinds, len(self.kinds))
        return self.left.pop()


class Organization:
    """The organization, its truth, and what is drawn for it."""

    def __init__(self, cloud, rnd, truth):
        self.cloud, self.rnd, self.truth = cloud, rnd, truth
        self.management, self.regions = truth["management_account"], truth["regions"]
        self.delegated = truth["delegated_administrator"]
        self.active = [a for a, account in truth["accounts"].items() if account["state"] == "ACTIVE"]
        self.suspended = [a for a, account in truth["accounts"].items() if account["state"] == "SUSPENDED"]
        self.others = [a for a in self.active if a not in (self.management, self.delegated)]
        self.membership = Deck(rnd, [True, True, False])

    def furnish(self, seed):
        basics, detectors = Basics(self.cloud, self.rnd), Detectors(self.cloud, self.rnd)
        for account in self.active:
            basics.furnish(account, self.truth["accounts"][account], self.regions)
            detectors.furnish(account, self.truth["accounts"][account]["regions"])
        self.place()
        self.truth["features_wanted"] = PLANS if seed % 3 == 2 else None
        self.guardduty(seed)
        self.security_hub(seed)

    def place(self):
        """One account directly below the root, and one whose environment is a tag without a value."""
        organizations = self.cloud.client("organizations")
        loose, blank = self.rnd.sample(self.others, 2)
        parent = organizations.list_parents(ChildId=loose)["Parents"][0]["Id"]
        organizations.move_account(AccountId=loose, SourceParentId=parent,
                                   DestinationParentId=organizations.list_roots()["Roots"][0]["Id"])
        self.truth["accounts"][loose]["ou_path"] = "Root"
        organizations.tag_resource(ResourceId=blank, Tags=[{"Key": "environment", "Value": ""}])
        self.truth["accounts"][blank]["tags"]["environment"] = ""

    def guardduty(self, seed):
        """GuardDuty's own lists; Organizations names the delegated administrator, and now and then another."""
        ours, other = self.delegated, self.rnd.choice(self.others)
        odd = self.rnd.choice([self.management, self.rnd.choice(self.suspended), STRANGER])
        named, lists = [
            ([ours], [[], [], []]),
            ([ours], [[ours], [ours], []]),
            ([ours], [[other], [ours], [ours, other]]),
            ([ours], [[ours], [odd], [self.management]]),
            ([ours, other], [[ours], [other], []]),
            ([ours, other], [[ours], [ours], [ours]]),
        ][seed % 6]
        if other in named:
            self.cloud.client("organizations").register_delegated_administrator(
                AccountId=other, ServicePrincipal="guardduty.amazonaws.com")
        self.truth["delegated"] = {"guardduty": named, "securityhub": []}
        for region, administrators in zip(self.rnd.sample(self.regions, 3), lists):
            self.place_of(self.management, region)["guardduty_administrators"] = administrators
            for account in administrators:
                self.cloud.client("guardduty", region=region).enable_organization_admin_account(AdminAccountId=account)

    def place_of(self, account, region):
        return self.truth["accounts"][account]["regions"][region]

    def security_hub(self, seed):
        """moto lets one account configure Security Hub for the organization, the same in every Region."""
        ours, other = self.delegated, self.rnd.choice(self.others)
        regions = self.rnd.sample(self.regions, 3)
        kind = ["unknown", "local", "apart", "central"][seed % 4]
        if kind == "unknown":
            return
        self.cloud.client("securityhub").enable_organization_admin_account(AdminAccountId=ours)
        configuration = {"local": ("LOCAL", True, "DEFAULT"), "apart": ("LOCAL", False, "NONE"),
                         "central": ("CENTRAL", False, "NONE")}[kind]
        self.cloud.client("securityhub", ours).update_organization_configuration(
            AutoEnable=configuration[1], AutoEnableStandards=configuration[2],
            OrganizationConfiguration={"ConfigurationType": configuration[0], "Status": "ENABLED"})
        own = self.truth["accounts"][ours]
        own["securityhub_type"], own["securityhub_home"] = configuration[0], None if kind == "apart" else regions[0]
        for region, administrators in zip(regions, [[ours], [other], []] if kind == "apart" else [[ours]] * 3):
            self.place_of(self.management, region)["securityhub_administrators"] = administrators
            self.place_of(ours, region)["securityhub_auto_enable"] = configuration[1]
            self.members(ours, region)
        for region in regions[:2]:
            self.cloud.client("securityhub", ours, region).enable_security_hub()
            self.place_of(ours, region)["securityhub"] = True
        self.findings(ours, own["securityhub_home"], regions)

    def members(self, administrator, region):
        listed = [account for account in self.active if account != administrator and self.membership.deal()]
        self.cloud.client("securityhub", administrator, region).create_members(
            AccountDetails=[{"AccountId": account, "Email": f"{account}@example.org"} for account in listed])
        for account in listed:
            self.place_of(account, region)["securityhub_member"] = True

    def findings(self, administrator, home, regions):
        findings = Findings(self.rnd)
        for account in self.rnd.sample(self.active, 6):
            region = self.rnd.choice(regions)
            made, open_ones = findings.of(account, region)
            answer = self.cloud.client("securityhub", administrator, home or region).batch_import_findings(Findings=made)
            assert answer["FailedCount"] == 0, answer
            self.place_of(account, region)["securityhub_failed_critical"] = open_ones


class Basics:
    """Contacts, what S3 blocks, what passwords have to be, whether volumes are encrypted."""

    def __init__(self, cloud, rnd):
        self.cloud, self.rnd = cloud, rnd
        self.contacts = Deck(rnd, ["as it was", "others only", "others too", "removed", "another"])
        self.blocks = Deck(rnd, ["never set", "all", "all", "all", "none", "one only", "one said", "removed",
                                 *BLOCK])
        self.passwords = Deck(rnd, ["never set", "strict", "lenient", "defaults", "removed"])
        self.volumes = Deck(rnd, ["never set", "on", "on", "off again"])

    def furnish(self, account, truth, regions):
        self.contact(account, truth)
        truth["s3_account_block"] = self.block(account)
        truth["password_policy"] = self.password(account)
        for region in regions:
            truth["regions"][region]["ebs_encryption"] = self.volume(account, region)

    def contact(self, account, truth):
        kind, client = self.contacts.deal(), self.cloud.client("account", account)
        person = {"Name": "Somebody", "PhoneNumber": "+81300000000", "Title": "On duty"}
        domain = "example.org" if truth["security_contact"] else None
        if kind.startswith("others"):
            for role in ("BILLING", "OPERATIONS"):
                client.put_alternate_contact(AlternateContactType=role, EmailAddress="desk@example.net", **person)
        if kind in ("others only", "removed"):
            client.delete_alternate_contact(AlternateContactType="SECURITY")
            domain = None
        if kind == "another":
            client.put_alternate_contact(AlternateContactType="SECURITY", EmailAddress="a@b@CSIRT.example", **person)
            domain = "csirt.example"
        truth["security_contact"], truth["security_contact_domain"] = domain is not None, domain

    def block(self, account):
        kind, client = self.blocks.deal(), self.cloud.client("s3control", account)
        if kind == "never set":
            return None
        block = {"all": dict.fromkeys(BLOCK, True), "removed": dict.fromkeys(BLOCK, True),
                 "none": dict.fromkeys(BLOCK, False), "one only": {**dict.fromkeys(BLOCK, False), BLOCK[0]: True},
                 "one said": {BLOCK[1]: True}}.get(kind) or {**dict.fromkeys(BLOCK, True), kind: False}
        client.put_public_access_block(AccountId=account, PublicAccessBlockConfiguration=block)
        if kind == "removed":
            client.delete_public_access_block(AccountId=account)
            return None
        return {setting: block.get(setting, False) for setting in BLOCK}

    def password(self, account):
        kind, client = self.passwords.deal(), self.cloud.client("iam", account)
        if kind == "never set":
            return None
        strict = {"MinimumPasswordLength": self.rnd.randint(14, 128), "RequireSymbols": True, "RequireNumbers": True,
                  "RequireUppercaseCharacters": True, "RequireLowercaseCharacters": True,
                  "AllowUsersToChangePassword": True, "MaxPasswordAge": self.rnd.randint(1, 1095),
                  "PasswordReusePrevention": self.rnd.randint(1, 24), "HardExpiry": True}
        lenient = {"MinimumPasswordLength": 8, "RequireNumbers": True, "AllowUsersToChangePassword": False,
                   "PasswordReusePrevention": self.rnd.randint(1, 24)}
        sent = {"strict": strict, "removed": strict, "lenient": lenient, "defaults": {}}[kind]
        client.update_account_password_policy(**sent)
        if kind == "removed":
            client.delete_account_password_policy()
            return None
        unsaid = {"MinimumPasswordLength": 6, "MaxPasswordAge": None, "PasswordReusePrevention": None}
        return {member: sent.get(member, unsaid.get(member, False)) for member in strict}

    def volume(self, account, region):
        kind, client = self.volumes.deal(), self.cloud.client("ec2", account, region)
        if kind != "never set":
            client.enable_ebs_encryption_by_default()
        if kind == "off again":
            client.disable_ebs_encryption_by_default()
        return kind == "on"


class Detectors:
    """What the detectors that are there look at; here and there a second one."""

    def __init__(self, cloud, rnd):
        self.cloud = cloud
        self.kinds = Deck(rnd, ["silent", "plans", "whole", "runtime off", "lists disagree", "foundation off", "newer",
                                "second, suspended", "second, alike"])

    def furnish(self, account, regions):
        for region, truth in regions.items():
            truth["detectors"] = []
            if truth["guardduty"] != "none":
                self.look(self.cloud.client("guardduty", account, region), truth)

    def look(self, client, truth):
        kind = self.kinds.deal()
        features = {feature: "ENABLED" for feature in FOUNDATION + PLANS}
        sources = {"S3_DATA_EVENTS": True, "EKS_AUDIT_LOGS": True}
        if kind == "silent":
            features, sources = {}, {}
        elif kind == "plans":
            features = {feature: "ENABLED" for feature in PLANS}
        elif kind == "runtime off":
            features["RUNTIME_MONITORING"] = "DISABLED"
        elif kind == "lists disagree":
            sources["EKS_AUDIT_LOGS"] = False
        elif kind == "foundation off":
            features["DNS_LOGS"] = "DISABLED"
        elif kind == "newer":
            features["QUANTUM_PROTECTION"] = "ENABLED"
        enabled = truth["guardduty"] == "enabled"
        detector = client.list_detectors()["DetectorIds"][0]
        if features:
            client.update_detector(DetectorId=detector, Enable=enabled, **self.sent(features, sources))
        truth["detectors"].append(self.said(enabled, features, sources))
        if kind.startswith("second"):
            second = enabled and kind.endswith("alike")
            client.create_detector(Enable=second, **self.sent(features, sources))
            truth["detectors"].append(self.said(second, features, sources))

    @staticmethod
    def sent(features, sources):
        return {"Features": [{"Name": name, "Status": status} for name, status in features.items()],
                "DataSources": {"S3Logs": {"Enable": sources["S3_DATA_EVENTS"]},
                                "Kubernetes": {"AuditLogs": {"Enable": sources["EKS_AUDIT_LOGS"]}}}}

    @staticmethod
    def said(enabled, features, sources):
        both = {feature: "ENABLED" if sources.get(feature) else "DISABLED"
                for feature in FOUNDATION + ["S3_DATA_EVENTS", "EKS_AUDIT_LOGS"]}
        return {"enabled": enabled, "features": features, "data_sources": both}


class Findings:
    """Findings of Security Hub at its administrator, of which few are open, failed and critical."""

    OPEN = {"severity": "CRITICAL", "compliance": "FAILED", "workflow": "NEW", "record": "ACTIVE"}
    CLOSED = [("severity", "HIGH"), ("compliance", "PASSED"), ("compliance", "WARNING"), ("workflow", "SUPPRESSED"),
              ("workflow", "RESOLVED"), ("record", "ARCHIVED")]

    def __init__(self, rnd):
        self.rnd = rnd

    def of(self, account, region):
        """Some of an account in a Region, and how many of them are open, failed and critical."""
        counted = [self.OPEN] * self.rnd.randint(0, 2) + [{**self.OPEN, "workflow": "NOTIFIED"}] * self.rnd.randint(0, 1)
        others = [{**self.OPEN, member: word} for member, word in self.rnd.sample(self.CLOSED, 3)]
        return [self.finding(account, region, *numbered) for numbered in enumerate(counted + others)], len(counted)

    @staticmethod
    def finding(account, region, number, state):
        name = f"arn:aws:securityhub:{region}:{account}:finding/{number}"
        return {"SchemaVersion": "2018-10-08", "Id": name, "GeneratorId": "security-control/IAM.6", "Region": region,
                "ProductArn": f"arn:aws:securityhub:{region}::product/aws/securityhub", "AwsAccountId": account,
                "CreatedAt": "2026-01-01T00:00:00.000Z", "UpdatedAt": "2026-01-01T00:00:00.000Z", "Title": "t",
                "Description": "d", "Resources": [{"Type": "AwsAccount", "Id": f"AWS::::Account:{account}"}],
                "Severity": {"Label": state["severity"]}, "Workflow": {"Status": state["workflow"]},
                "RecordState": state["record"],
                "Compliance": {"Status": state["compliance"], "SecurityControlId": "IAM.6"}}


def main():
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("--truth", required=True, help="the truth that moto_org.py wrote")
    args.add_argument("--expect", required=True, help="where to write the truth with what was added")
    args = args.parse_args()

    with open(args.truth, encoding="utf-8") as said:
        truth = json.load(said)
    cloud = Cloud(truth["endpoint"], truth["management_account"])
    Organization(cloud, random.Random(truth["seed"]), truth).furnish(truth["seed"])
    with open(args.expect, "w", encoding="utf-8") as out:
        json.dump(truth, out, indent=1, ensure_ascii=False)


if __name__ == "__main__":
    main()
