INSERT INTO starrocks.ads.shop SELECT shop_id, amount, orders FROM lake.dws.shop;
