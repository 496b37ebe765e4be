"""Small feeds on disk, each right as it stands; a test changes the one thing that it is about."""

import zipfile
from collections.abc import Mapping
from pathlib import Path

TRIO = {
    "stations.csv": """code,name,name_hi,city,state,zone,lat,lon
NDLS,New Delhi,नई दिल्ली,Delhi,Delhi,NR,28.6425,77.2201
CNB,Kanpur Central,कानपुर सेंट्रल,Kanpur,Uttar Pradesh,NCR,26.4544,80.3511
PNBE,Patna Jn,पटना जंक्शन,Patna,Bihar,ECR,25.6029,85.1371
""",
    "trains.csv": """number,name,type,zone,from,to,distance_km,duration,days_of_run,classes
12398,Magadh Express,SUF,ECR,NDLS,PNBE,1000,15:00,1000011,1A|2A|3A|SL
""",
    "stops.csv": """train_number,seq,station_code,arrival,departure,day,distance_km
12398,1,NDLS,,18:10,1,0
12398,2,CNB,23:55,00:05,1,440
12398,3,PNBE,09:10,,2,1000
""",
}

GTFS = {
    "agency.txt": "agency_id,agency_name,agency_url,agency_timezone\n1,Railways,https://example.in,Asia/Kolkata\n",
    "stops.txt": """stop_id,stop_name,stop_lat,stop_lon
NDLS,NEW DELHI,28.6425,77.2201
CNB,KANPUR CENTRAL,26.4544,80.3511
PNBE,PATNA JN,25.6029,85.1371
""",
    "routes.txt": "route_id,route_short_name,route_long_name,route_type\nR1,12398,PNBE MAGADH EXPRESS,2\n",
    "trips.txt": "route_id,service_id,trip_id\nR1,weekend,T1\n",
    "calendar.txt": """service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date
weekend,0,0,0,0,0,1,1,20260101,20260131
monday,1,0,0,0,0,0,0,20260101,20260331
""",
    "stop_times.txt": """trip_id,arrival_time,departure_time,stop_id,stop_sequence,shape_dist_traveled
T1,18:10:00,18:10:00,NDLS,1,0
T1,23:55:00,24:05:00,CNB,2,440
T1,33:10:00,33:10:00,PNBE,3,1000
""",
}

OWN = {
    "stations.txt": """# Three stations
NDLS New Delhi | नई दिल्ली | Delhi | Delhi | NR | 28.6425 77.2201
CNB Kanpur Central | कानपुर सेंट्रल | Kanpur | Uttar Pradesh | NCR | 26.4544 80.3511
PNBE Patna Jn | पटना जंक्शन | Patna | Bihar | ECR | 25.6029 85.1371
""",
    "trains.txt": """# One train
12398 Magadh Express | मगध एक्सप्रेस | SUF ECR | Mon Sat Sun | 1A 2A 3A SL
  NDLS 18:10 0
  CNB 23:55-00:05+1 440
  PNBE 09:10+1 1000
""",
}


def folder(path: Path, files: Mapping[str, str], **changed: str) -> Path:
    """Writes the files to the folder `path`; `changed` gives other contents by the name without its ending."""
    path.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (path / name).write_text(changed.get(name.partition(".")[0], text), encoding="utf-8")
    return path


def zipped(path: Path, files: Mapping[str, str], inside: str = "") -> Path:
    """Writes the files to a zip, in the folder `inside` of it."""
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in files.items():
            archive.writestr(inside + name, text)
    return path
