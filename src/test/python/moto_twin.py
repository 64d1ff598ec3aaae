#!/usr/bin/env python3
"""A twin of a simulated organization, served by moto, an AWS emulator that this project did not write.

Reads the organization that ``rollcall simulate`` serves, rebuilds it in an empty moto server through AWS's own
operations, writes which id stands for which to --map as JSON, prints "ready URL" and serves until it is ended.

    java -jar target/rollcall.jar simulate --scenario scenario.yaml        # says: ready http://127.0.0.1:4711
    python3 src/test/python/moto_twin.py --from http://127.0.0.1:4711 --map twin.json

Both sides are called with boto3 alone, so what the twin has is what a client of AWS can see of the original, and
what a client of AWS can make. Times are the twin's own: moto stamps what it is told with now.

What moto cannot express, and so the twin does not have:

* an account in state PENDING_ACTIVATION: moto's accounts are ACTIVE, or SUSPENDED once closed. It is not made.
* the management account's name: moto calls it "master", and nothing renames it.
* a role that lets nobody in: moto lets everybody into any role. Such an account is made and has nothing in it.
* a Region that an account has not opted in to: in moto every Region answers. There is nothing in it.
* organization trails in member accounts: moto shows a trail to its owner only.
* a trail whose delivery fails, or a recorder whose delivery was ever tried: moto delivers nothing.
* the root user: moto's has no MFA, no keys and no certificates, and moto does not say whether it has a password;
  nobody but an IAM user can be given an MFA device.
* delegated administrators and trusted services whose principals are not on moto's own lists.
"""
import argparse
import json
import logging
import os
import sys
import time
import urllib.request

os.environ["MOTO_IAM_LOAD_MANAGED_POLICIES"] = "false"
logging.getLogger("werkzeug").setLevel(logging.ERROR)

import boto3  # noqa: E402
from botocore.config import Config  # noqa: E402
from botocore.exceptions import ClientError  # noqa: E402
from moto.server import ThreadedMotoServer  # noqa: E402

ROLE = "RollcallAudit"
ROOT = ":root"


class Cloud:
    """boto3 clients for an endpoint, by account and Region; without an account, the caller's own."""

    def __init__(self, endpoint):
        self.endpoint, self.session, self.entered = endpoint, boto3.Session(), {}

    def client(self, service, account=None, region="us-east-1"):
        keys = self.credentials(account) if account else {
            "AccessKeyId": "AKIAIOSFODNN7EXAMPLE", "SecretAccessKey": "secret", "SessionToken": None}
        return self.session.client(
            service, endpoint_url=self.endpoint, region_name=region, config=Config(retries={"max_attempts": 1}),
            aws_access_key_id=keys["AccessKeyId"], aws_secret_access_key=keys["SecretAccessKey"],
            aws_session_token=keys["SessionToken"])

    def credentials(self, account):
        if account not in self.entered:
            self.entered[account] = self.client("sts").assume_role(
                RoleArn=f"arn:aws:iam::{account}:role/{ROLE}", RoleSessionName="twin")["Credentials"]
        return self.entered[account]

    def lets_in(self, account):
        try:
            return bool(self.credentials(account))
        except ClientError as error:
            if error.response["Error"]["Code"] != "AccessDenied":
                raise
            return False


def everything(client, operation, key, **arguments):
    return [item for page in client.get_paginator(operation).paginate(**arguments) for item in page[key]]


def copied(answer, *names):
    """The members of an answer that a request has too, where the answer has them."""
    return {name: answer[name] for name in names if answer.get(name) is not None}


class Twin:
    """Rebuilds one organization as another, and keeps which id of it stands for which of the original."""

    def __init__(self, original, copy):
        self.original, self.copy, self.ids = original, copy, {}

    def rebuild(self):
        self.rebuild_tree()
        self.rebuild_accounts()
        self.rebuild_delegation()
        ordinary = [account for account in self.accounts
                    if account["State"] == "ACTIVE" and self.original.lets_in(account["Id"])]
        for account in ordinary:
            self.rebuild_account(account["Id"])
        for account in self.accounts:
            if account["State"] == "SUSPENDED":
                self.copy.client("organizations").close_account(AccountId=self.ids[account["Id"]])

    def rebuild_tree(self):
        theirs, ours = self.original.client("organizations"), self.copy.client("organizations")
        made = ours.create_organization(FeatureSet="ALL")["Organization"]
        organization = theirs.describe_organization()["Organization"]
        self.ids[organization["Id"]] = made["Id"]
        self.ids[organization["MasterAccountId"]] = made["MasterAccountId"]
        unread = [theirs.list_roots()["Roots"][0]["Id"]]
        self.root = ours.list_roots()["Roots"][0]["Id"]
        self.ids[unread[0]] = self.root
        self.accounts, self.parents = [], {}
        while unread:
            parent = unread.pop()
            for unit in everything(theirs, "list_organizational_units_for_parent", "OrganizationalUnits", ParentId=parent):
                self.ids[unit["Id"]] = ours.create_organizational_unit(
                    ParentId=self.ids[parent], Name=unit["Name"])["OrganizationalUnit"]["Id"]
                unread.append(unit["Id"])
            for account in everything(theirs, "list_accounts_for_parent", "Accounts", ParentId=parent):
                self.accounts.append(account)
                self.parents[account["Id"]] = parent

    def rebuild_accounts(self):
        theirs, ours = self.original.client("organizations"), self.copy.client("organizations")
        self.accounts = [account for account in self.accounts if account["State"] != "PENDING_ACTIVATION"]
        for account in self.accounts:
            number = account["Id"]
            if number not in self.ids:
                self.ids[number] = ours.create_account(
                    AccountName=account["Name"], Email=account["Email"])["CreateAccountStatus"]["AccountId"]
            ours.move_account(AccountId=self.ids[number], SourceParentId=self.root,
                              DestinationParentId=self.ids[self.parents[number]])
            tags = everything(theirs, "list_tags_for_resource", "Tags", ResourceId=number)
            if tags:
                ours.tag_resource(ResourceId=self.ids[number], Tags=tags)

    def rebuild_delegation(self):
        theirs, ours = self.original.client("organizations"), self.copy.client("organizations")
        for service in everything(theirs, "list_aws_service_access_for_organization", "EnabledServicePrincipals"):
            self.unless_unrecognized(ours.enable_aws_service_access, ServicePrincipal=service["ServicePrincipal"])
        for account in everything(theirs, "list_delegated_administrators", "DelegatedAdministrators"):
            services = everything(theirs, "list_delegated_services_for_account", "DelegatedServices",
                                  AccountId=account["Id"])
            for service in services:
                self.unless_unrecognized(ours.register_delegated_administrator, AccountId=self.ids[account["Id"]],
                                         ServicePrincipal=service["ServicePrincipal"])

    @staticmethod
    def unless_unrecognized(operation, **arguments):
        try:
            operation(**arguments)
        except ClientError as error:
            if "unrecognized service principal" not in error.response["Error"]["Message"]:
                raise

    def rebuild_account(self, account):
        self.rebuild_devices(account)
        regions = everything(self.original.client("account", account), "list_regions", "Regions")
        for region in regions:
            if region["RegionOptStatus"] in ("ENABLED", "ENABLED_BY_DEFAULT"):
                self.rebuild_recorders(account, region["RegionName"])
                self.rebuild_trails(account, region["RegionName"])

    def rebuild_devices(self, account):
        theirs, ours = self.original.client("iam", account), self.copy.client("iam", self.ids[account])
        for device in everything(theirs, "list_virtual_mfa_devices", "VirtualMFADevices", AssignmentStatus="Assigned"):
            if not device["User"]["Arn"].endswith(ROOT):
                user = device["User"]["UserName"]
                ours.create_user(UserName=user)
                serial = ours.create_virtual_mfa_device(
                    VirtualMFADeviceName=device["SerialNumber"].split(":mfa/")[1])["VirtualMFADevice"]["SerialNumber"]
                ours.enable_mfa_device(UserName=user, SerialNumber=serial, AuthenticationCode1="123456",
                                       AuthenticationCode2="654321")

    def rebuild_recorders(self, account, region):
        theirs = self.original.client("config", account, region)
        ours = self.copy.client("config", self.ids[account], region)
        for recorder in theirs.describe_configuration_recorders()["ConfigurationRecorders"]:
            ours.put_configuration_recorder(ConfigurationRecorder={
                "name": recorder["name"], "recordingGroup": recorder["recordingGroup"],
                "roleARN": recorder["roleARN"].replace(account, self.ids[account])})
        for channel in theirs.describe_delivery_channels()["DeliveryChannels"]:
            ours.put_delivery_channel(DeliveryChannel=channel)
        for status in theirs.describe_configuration_recorder_status()["ConfigurationRecordersStatus"]:
            if "lastStartTime" in status:
                ours.start_configuration_recorder(ConfigurationRecorderName=status["name"])
            if not status["recording"]:
                ours.stop_configuration_recorder(ConfigurationRecorderName=status["name"])

    def rebuild_trails(self, account, region):
        theirs = self.original.client("cloudtrail", account, region)
        ours = self.copy.client("cloudtrail", self.ids[account], region)
        for trail in theirs.describe_trails(includeShadowTrails=False)["trailList"]:
            name = trail["Name"]
            self.require_bucket(trail["S3BucketName"])
            ours.create_trail(EnableLogFileValidation=trail["LogFileValidationEnabled"], **copied(
                trail, "Name", "S3BucketName", "IncludeGlobalServiceEvents", "IsMultiRegionTrail", "IsOrganizationTrail",
                "KmsKeyId", "CloudWatchLogsLogGroupArn"))
            if trail["HasCustomEventSelectors"]:
                selectors = theirs.get_event_selectors(TrailName=trail["TrailARN"])
                ours.put_event_selectors(TrailName=name, **{
                    kind: selectors[kind] for kind in ("EventSelectors", "AdvancedEventSelectors") if selectors.get(kind)})
            status = theirs.get_trail_status(Name=trail["TrailARN"])
            if "StartLoggingTime" in status:
                ours.start_logging(Name=name)
            if not status["IsLogging"]:
                ours.stop_logging(Name=name)

    def require_bucket(self, name):
        """moto makes no trail without its bucket, whoever owns that; in us-east-1 making it again does nothing."""
        self.copy.client("s3").create_bucket(Bucket=name)

    def caller(self):
        """New keys in the twin of the account from which the original is called."""
        account = self.ids[self.original.client("sts").get_caller_identity()["Account"]]
        iam = self.copy.client("iam", account)
        iam.create_user(UserName="rollcall")
        key = iam.create_access_key(UserName="rollcall")["AccessKey"]
        return copied(key, "AccessKeyId", "SecretAccessKey")


def main():
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("--from", dest="original", required=True, help="the URL that the simulator is ready at")
    args.add_argument("--port", type=int, default=0, help="the port (default: any)")
    args.add_argument("--seed", type=int, default=1, help="what moto draws its ids from")
    args.add_argument("--map", required=True, help="where to write the ids and the caller's keys to")
    args = args.parse_args()

    server = ThreadedMotoServer(ip_address="127.0.0.1", port=args.port, verbose=False)
    server.start()
    endpoint = "http://127.0.0.1:%d" % server.get_host_and_port()[1]
    urllib.request.urlopen(urllib.request.Request(f"{endpoint}/moto-api/seed?a={args.seed}", method="POST")).close()
    twin = Twin(Cloud(args.original), Cloud(endpoint))
    twin.rebuild()
    with open(args.map, "w", encoding="utf-8") as out:
        json.dump({"caller": twin.caller(), "ids": twin.ids}, out, indent=1)
    print(f"ready {endpoint}", flush=True)
    try:
        while True:
            time.sleep(3600)
    except KeyboardInterrupt:
        pass
    server.stop()


if __name__ == "__main__":
    sys.exit(main())
