window.YTD.like.part0 = [
  {
    "like" : {
      "tweetId" : "1697051672621597026",
      "fullText" : "Sea sapphires &amp; other animals\nhttps://t.co/IaCJlkaweW",
      "expandedUrl" : "https://twitter.com/i/web/status/1697051672621597026"
    }
  },
  {
    "like" : {
      "tweetId" : "1697051672621597027"
    }
  }
]
