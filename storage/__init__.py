"""DynamoDB: tables, the unit of work, one repository per aggregate."""
