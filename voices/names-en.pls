<?xml version="1.0" encoding="UTF-8"?>
<!-- Names that recur in briefings, as English speakers say them: countries, capitals,
 organisations, office holders. An r behind a vowel is for those voices that say it. -->
<lexicon version="1.0" xmlns="http://www.w3.org/2005/01/pronunciation-lexicon"
         alphabet="ipa" xml:lang="en">
  <!-- Countries -->
  <lexeme><grapheme>Afghanistan</grapheme><phoneme>æfˈɡænɪstɑːn</phoneme></lexeme>
  <lexeme><grapheme>Albania</grapheme><phoneme>ælˈbeɪniə</phoneme></lexeme>
  <lexeme><grapheme>Algeria</grapheme><phoneme>ælˈdʒɪəriə</phoneme></lexeme>
  <lexeme><grapheme>Andorra</grapheme><phoneme>ænˈdɔːrə</phoneme></lexeme>
  <lexeme><grapheme>Angola</grapheme><phoneme>æŋˈɡoʊlə</phoneme></lexeme>
  <lexeme><grapheme>Argentina</grapheme><phoneme>ˌɑːrdʒənˈtiːnə</phoneme></lexeme>
  <lexeme><grapheme>Armenia</grapheme><phoneme>ɑːrˈmiːniə</phoneme></lexeme>
  <lexeme><grapheme>Australia</grapheme><phoneme>ɒˈstreɪliə</phoneme></lexeme>
  <lexeme><grapheme>Austria</grapheme><phoneme>ˈɒstriə</phoneme></lexeme>
  <lexeme><grapheme>Azerbaijan</grapheme><phoneme>ˌæzərbaɪˈdʒɑːn</phoneme></lexeme>
  <lexeme><grapheme>Bahamas</grapheme><phoneme>bəˈhɑːməz</phoneme></lexeme>
  <lexeme><grapheme>Bahrain</grapheme><phoneme>bɑːˈreɪn</phoneme></lexeme>
  <lexeme><grapheme>Bangladesh</grapheme><phoneme>ˌbæŋɡləˈdɛʃ</phoneme></lexeme>
  <lexeme><grapheme>Barbados</grapheme><phoneme>bɑːrˈbeɪdɒs</phoneme></lexeme>
  <lexeme><grapheme>Belarus</grapheme><phoneme>ˌbɛləˈruːs</phoneme></lexeme>
  <lexeme><grapheme>Belgium</grapheme><phoneme>ˈbɛldʒəm</phoneme></lexeme>
  <lexeme><grapheme>Belize</grapheme><phoneme>bəˈliːz</phoneme></lexeme>
  <lexeme><grapheme>Benin</grapheme><phoneme>bɛˈniːn</phoneme></lexeme>
  <lexeme><grapheme>Bhutan</grapheme><phoneme>buːˈtɑːn</phoneme></lexeme>
  <lexeme><grapheme>Bolivia</grapheme><phoneme>bəˈlɪviə</phoneme></lexeme>
  <lexeme><grapheme>Bosnia</grapheme><phoneme>ˈbɒzniə</phoneme></lexeme>
  <lexeme><grapheme>Herzegovina</grapheme><phoneme>ˌhɜːrtsəɡəˈviːnə</phoneme></lexeme>
  <lexeme><grapheme>Botswana</grapheme><phoneme>bɒtˈswɑːnə</phoneme></lexeme>
  <lexeme><grapheme>Brazil</grapheme><phoneme>brəˈzɪl</phoneme></lexeme>
  <lexeme><grapheme>Brunei</grapheme><phoneme>bruːˈnaɪ</phoneme></lexeme>
  <lexeme><grapheme>Bulgaria</grapheme><phoneme>bʌlˈɡɛəriə</phoneme></lexeme>
  <lexeme><grapheme>Burkina Faso</grapheme><phoneme>bɜːrˈkiːnə ˈfæsoʊ</phoneme></lexeme>
  <lexeme><grapheme>Burundi</grapheme><phoneme>bʊˈrʊndi</phoneme></lexeme>
  <lexeme><grapheme>Cabo Verde</grapheme><phoneme>ˈkɑːboʊ ˈvɜːrdi</phoneme></lexeme>
  <lexeme><grapheme>Cambodia</grapheme><phoneme>kæmˈboʊdiə</phoneme></lexeme>
  <lexeme><grapheme>Cameroon</grapheme><phoneme>ˌkæməˈruːn</phoneme></lexeme>
  <lexeme><grapheme>Canada</grapheme><phoneme>ˈkænədə</phoneme></lexeme>
  <lexeme><grapheme>Chad</grapheme><phoneme>tʃæd</phoneme></lexeme>
  <lexeme><grapheme>Chile</grapheme><phoneme>ˈtʃɪli</phoneme></lexeme>
  <lexeme><grapheme>China</grapheme><phoneme>ˈtʃaɪnə</phoneme></lexeme>
  <lexeme><grapheme>Colombia</grapheme><phoneme>kəˈlʌmbiə</phoneme></lexeme>
  <lexeme><grapheme>Comoros</grapheme><phoneme>ˈkɒməroʊz</phoneme></lexeme>
  <lexeme><grapheme>Congo</grapheme><phoneme>ˈkɒŋɡoʊ</phoneme></lexeme>
  <lexeme><grapheme>Costa Rica</grapheme><phoneme>ˌkɒstə ˈriːkə</phoneme></lexeme>
  <lexeme><grapheme>Côte d'Ivoire</grapheme><phoneme>ˌkoʊt diːˈvwɑːr</phoneme></lexeme>
  <lexeme><grapheme>Croatia</grapheme><phoneme>kroʊˈeɪʃə</phoneme></lexeme>
  <lexeme><grapheme>Cuba</grapheme><phoneme>ˈkjuːbə</phoneme></lexeme>
  <lexeme><grapheme>Cyprus</grapheme><phoneme>ˈsaɪprəs</phoneme></lexeme>
  <lexeme><grapheme>Czechia</grapheme><phoneme>ˈtʃɛkiə</phoneme></lexeme>
  <lexeme><grapheme>Denmark</grapheme><phoneme>ˈdɛnmɑːrk</phoneme></lexeme>
  <lexeme><grapheme>Djibouti</grapheme><phoneme>dʒɪˈbuːti</phoneme></lexeme>
  <lexeme><grapheme>Dominica</grapheme><phoneme>ˌdɒmɪˈniːkə</phoneme></lexeme>
  <lexeme><grapheme>Ecuador</grapheme><phoneme>ˈɛkwədɔːr</phoneme></lexeme>
  <lexeme><grapheme>Egypt</grapheme><phoneme>ˈiːdʒɪpt</phoneme></lexeme>
  <lexeme><grapheme>El Salvador</grapheme><phoneme>ɛl ˈsælvədɔːr</phoneme></lexeme>
  <lexeme><grapheme>Eritrea</grapheme><phoneme>ˌɛrɪˈtreɪə</phoneme></lexeme>
  <lexeme><grapheme>Estonia</grapheme><phoneme>ɛˈstoʊniə</phoneme></lexeme>
  <lexeme><grapheme>Eswatini</grapheme><phoneme>ˌɛswɑːˈtiːni</phoneme></lexeme>
  <lexeme><grapheme>Ethiopia</grapheme><phoneme>ˌiːθiˈoʊpiə</phoneme></lexeme>
  <lexeme><grapheme>Fiji</grapheme><phoneme>ˈfiːdʒiː</phoneme></lexeme>
  <lexeme><grapheme>Finland</grapheme><phoneme>ˈfɪnlənd</phoneme></lexeme>
  <lexeme><grapheme>France</grapheme><phoneme>frɑːns</phoneme></lexeme>
  <lexeme><grapheme>Gabon</grapheme><phoneme>ɡæˈbɒn</phoneme></lexeme>
  <lexeme><grapheme>Gambia</grapheme><phoneme>ˈɡæmbiə</phoneme></lexeme>
  <lexeme><grapheme>Georgia</grapheme><phoneme>ˈdʒɔːrdʒə</phoneme></lexeme>
  <lexeme><grapheme>Germany</grapheme><phoneme>ˈdʒɜːrməni</phoneme></lexeme>
  <lexeme><grapheme>Ghana</grapheme><phoneme>ˈɡɑːnə</phoneme></lexeme>
  <lexeme><grapheme>Greece</grapheme><phoneme>ɡriːs</phoneme></lexeme>
  <lexeme><grapheme>Grenada</grapheme><phoneme>ɡrɪˈneɪdə</phoneme></lexeme>
  <lexeme><grapheme>Guatemala</grapheme><phoneme>ˌɡwɑːtəˈmɑːlə</phoneme></lexeme>
  <lexeme><grapheme>Guinea</grapheme><phoneme>ˈɡɪni</phoneme></lexeme>
  <lexeme><grapheme>Guinea-Bissau</grapheme><phoneme>ˌɡɪni bɪˈsaʊ</phoneme></lexeme>
  <lexeme><grapheme>Guyana</grapheme><phoneme>ɡaɪˈænə</phoneme></lexeme>
  <lexeme><grapheme>Haiti</grapheme><phoneme>ˈheɪti</phoneme></lexeme>
  <lexeme><grapheme>Honduras</grapheme><phoneme>hɒnˈdjʊərəs</phoneme></lexeme>
  <lexeme><grapheme>Hungary</grapheme><phoneme>ˈhʌŋɡəri</phoneme></lexeme>
  <lexeme><grapheme>Iceland</grapheme><phoneme>ˈaɪslənd</phoneme></lexeme>
  <lexeme><grapheme>India</grapheme><phoneme>ˈɪndiə</phoneme></lexeme>
  <lexeme><grapheme>Indonesia</grapheme><phoneme>ˌɪndəˈniːʒə</phoneme></lexeme>
  <lexeme><grapheme>Iran</grapheme><phoneme>ɪˈrɑːn</phoneme></lexeme>
  <lexeme><grapheme>Iraq</grapheme><phoneme>ɪˈrɑːk</phoneme></lexeme>
  <lexeme><grapheme>Ireland</grapheme><phoneme>ˈaɪərlənd</phoneme></lexeme>
  <lexeme><grapheme>Israel</grapheme><phoneme>ˈɪzreɪəl</phoneme></lexeme>
  <lexeme><grapheme>Italy</grapheme><phoneme>ˈɪtəli</phoneme></lexeme>
  <lexeme><grapheme>Jamaica</grapheme><phoneme>dʒəˈmeɪkə</phoneme></lexeme>
  <lexeme><grapheme>Japan</grapheme><phoneme>dʒəˈpæn</phoneme></lexeme>
  <lexeme><grapheme>Jordan</grapheme><phoneme>ˈdʒɔːrdən</phoneme></lexeme>
  <lexeme><grapheme>Kazakhstan</grapheme><phoneme>ˌkɑːzəkˈstɑːn</phoneme></lexeme>
  <lexeme><grapheme>Kenya</grapheme><phoneme>ˈkɛnjə</phoneme></lexeme>
  <lexeme><grapheme>Kiribati</grapheme><phoneme>ˌkɪrɪˈbæs</phoneme></lexeme>
  <lexeme><grapheme>Kosovo</grapheme><phoneme>ˈkɒsəvoʊ</phoneme></lexeme>
  <lexeme><grapheme>Kuwait</grapheme><phoneme>kuːˈweɪt</phoneme></lexeme>
  <lexeme><grapheme>Kyrgyzstan</grapheme><phoneme>ˌkɪərɡɪˈstɑːn</phoneme></lexeme>
  <lexeme><grapheme>Laos</grapheme><phoneme>laʊs</phoneme></lexeme>
  <lexeme><grapheme>Latvia</grapheme><phoneme>ˈlætviə</phoneme></lexeme>
  <lexeme><grapheme>Lebanon</grapheme><phoneme>ˈlɛbənən</phoneme></lexeme>
  <lexeme><grapheme>Lesotho</grapheme><phoneme>lɪˈsuːtuː</phoneme></lexeme>
  <lexeme><grapheme>Liberia</grapheme><phoneme>laɪˈbɪəriə</phoneme></lexeme>
  <lexeme><grapheme>Libya</grapheme><phoneme>ˈlɪbiə</phoneme></lexeme>
  <lexeme><grapheme>Liechtenstein</grapheme><phoneme>ˈlɪktənstaɪn</phoneme></lexeme>
  <lexeme><grapheme>Lithuania</grapheme><phoneme>ˌlɪθjuˈeɪniə</phoneme></lexeme>
  <lexeme><grapheme>Luxembourg</grapheme><phoneme>ˈlʌksəmbɜːrɡ</phoneme></lexeme>
  <lexeme><grapheme>Madagascar</grapheme><phoneme>ˌmædəˈɡæskər</phoneme></lexeme>
  <lexeme><grapheme>Malawi</grapheme><phoneme>məˈlɑːwi</phoneme></lexeme>
  <lexeme><grapheme>Malaysia</grapheme><phoneme>məˈleɪziə</phoneme></lexeme>
  <lexeme><grapheme>Maldives</grapheme><phoneme>ˈmɔːldiːvz</phoneme></lexeme>
  <lexeme><grapheme>Mali</grapheme><phoneme>ˈmɑːli</phoneme></lexeme>
  <lexeme><grapheme>Malta</grapheme><phoneme>ˈmɔːltə</phoneme></lexeme>
  <lexeme><grapheme>Mauritania</grapheme><phoneme>ˌmɒrɪˈteɪniə</phoneme></lexeme>
  <lexeme><grapheme>Mauritius</grapheme><phoneme>məˈrɪʃəs</phoneme></lexeme>
  <lexeme><grapheme>Mexico</grapheme><phoneme>ˈmɛksɪkoʊ</phoneme></lexeme>
  <lexeme><grapheme>Micronesia</grapheme><phoneme>ˌmaɪkrəˈniːziə</phoneme></lexeme>
  <lexeme><grapheme>Moldova</grapheme><phoneme>mɒlˈdoʊvə</phoneme></lexeme>
  <lexeme><grapheme>Monaco</grapheme><phoneme>ˈmɒnəkoʊ</phoneme></lexeme>
  <lexeme><grapheme>Mongolia</grapheme><phoneme>mɒŋˈɡoʊliə</phoneme></lexeme>
  <lexeme><grapheme>Montenegro</grapheme><phoneme>ˌmɒntɪˈneɪɡroʊ</phoneme></lexeme>
  <lexeme><grapheme>Morocco</grapheme><phoneme>məˈrɒkoʊ</phoneme></lexeme>
  <lexeme><grapheme>Mozambique</grapheme><phoneme>ˌmoʊzæmˈbiːk</phoneme></lexeme>
  <lexeme><grapheme>Myanmar</grapheme><phoneme>ˈmjænmɑːr</phoneme></lexeme>
  <lexeme><grapheme>Namibia</grapheme><phoneme>nəˈmɪbiə</phoneme></lexeme>
  <lexeme><grapheme>Nauru</grapheme><phoneme>ˈnaʊruː</phoneme></lexeme>
  <lexeme><grapheme>Nepal</grapheme><phoneme>nɪˈpɔːl</phoneme></lexeme>
  <lexeme><grapheme>Netherlands</grapheme><phoneme>ˈnɛðərləndz</phoneme></lexeme>
  <lexeme><grapheme>New Zealand</grapheme><phoneme>ˌnjuː ˈziːlənd</phoneme></lexeme>
  <lexeme><grapheme>Nicaragua</grapheme><phoneme>ˌnɪkəˈræɡjuə</phoneme></lexeme>
  <lexeme><grapheme>Niger</grapheme><phoneme>niːˈʒɛər</phoneme></lexeme>
  <lexeme><grapheme>Nigeria</grapheme><phoneme>naɪˈdʒɪəriə</phoneme></lexeme>
  <lexeme><grapheme>North Macedonia</grapheme><phoneme>ˌnɔːrθ ˌmæsɪˈdoʊniə</phoneme></lexeme>
  <lexeme><grapheme>Norway</grapheme><phoneme>ˈnɔːrweɪ</phoneme></lexeme>
  <lexeme><grapheme>Oman</grapheme><phoneme>oʊˈmɑːn</phoneme></lexeme>
  <lexeme><grapheme>Pakistan</grapheme><phoneme>ˌpɑːkɪˈstɑːn</phoneme></lexeme>
  <lexeme><grapheme>Palau</grapheme><phoneme>pəˈlaʊ</phoneme></lexeme>
  <lexeme><grapheme>Palestine</grapheme><phoneme>ˈpælɪstaɪn</phoneme></lexeme>
  <lexeme><grapheme>Panama</grapheme><phoneme>ˈpænəmɑː</phoneme></lexeme>
  <lexeme><grapheme>Papua New Guinea</grapheme><phoneme>ˈpæpuə ˌnjuː ˈɡɪni</phoneme></lexeme>
  <lexeme><grapheme>Paraguay</grapheme><phoneme>ˈpærəɡwaɪ</phoneme></lexeme>
  <lexeme><grapheme>Peru</grapheme><phoneme>pəˈruː</phoneme></lexeme>
  <lexeme><grapheme>Philippines</grapheme><phoneme>ˈfɪlɪpiːnz</phoneme></lexeme>
  <lexeme><grapheme>Poland</grapheme><phoneme>ˈpoʊlənd</phoneme></lexeme>
  <lexeme><grapheme>Portugal</grapheme><phoneme>ˈpɔːrtʃʊɡəl</phoneme></lexeme>
  <lexeme><grapheme>Qatar</grapheme><phoneme>kæˈtɑːr</phoneme></lexeme>
  <lexeme><grapheme>Romania</grapheme><phoneme>roʊˈmeɪniə</phoneme></lexeme>
  <lexeme><grapheme>Russia</grapheme><phoneme>ˈrʌʃə</phoneme></lexeme>
  <lexeme><grapheme>Rwanda</grapheme><phoneme>ruˈændə</phoneme></lexeme>
  <lexeme><grapheme>Samoa</grapheme><phoneme>səˈmoʊə</phoneme></lexeme>
  <lexeme><grapheme>San Marino</grapheme><phoneme>ˌsæn məˈriːnoʊ</phoneme></lexeme>
  <lexeme><grapheme>São Tomé</grapheme><phoneme>ˌsaʊ təˈmeɪ</phoneme></lexeme>
  <lexeme><grapheme>Saudi Arabia</grapheme><phoneme>ˌsaʊdi əˈreɪbiə</phoneme></lexeme>
  <lexeme><grapheme>Senegal</grapheme><phoneme>ˌsɛnɪˈɡɔːl</phoneme></lexeme>
  <lexeme><grapheme>Serbia</grapheme><phoneme>ˈsɜːrbiə</phoneme></lexeme>
  <lexeme><grapheme>Seychelles</grapheme><phoneme>seɪˈʃɛlz</phoneme></lexeme>
  <lexeme><grapheme>Sierra Leone</grapheme><phoneme>siˌɛrə liˈoʊn</phoneme></lexeme>
  <lexeme><grapheme>Singapore</grapheme><phoneme>ˌsɪŋəˈpɔːr</phoneme></lexeme>
  <lexeme><grapheme>Slovakia</grapheme><phoneme>sloʊˈvækiə</phoneme></lexeme>
  <lexeme><grapheme>Slovenia</grapheme><phoneme>sloʊˈviːniə</phoneme></lexeme>
  <lexeme><grapheme>Somalia</grapheme><phoneme>səˈmɑːliə</phoneme></lexeme>
  <lexeme><grapheme>South Africa</grapheme><phoneme>ˌsaʊθ ˈæfrɪkə</phoneme></lexeme>
  <lexeme><grapheme>South Korea</grapheme><phoneme>ˌsaʊθ kəˈriːə</phoneme></lexeme>
  <lexeme><grapheme>North Korea</grapheme><phoneme>ˌnɔːrθ kəˈriːə</phoneme></lexeme>
  <lexeme><grapheme>Spain</grapheme><phoneme>speɪn</phoneme></lexeme>
  <lexeme><grapheme>Sri Lanka</grapheme><phoneme>ˌsriː ˈlæŋkə</phoneme></lexeme>
  <lexeme><grapheme>Sudan</grapheme><phoneme>suːˈdɑːn</phoneme></lexeme>
  <lexeme><grapheme>Suriname</grapheme><phoneme>ˌsʊərɪˈnɑːm</phoneme></lexeme>
  <lexeme><grapheme>Sweden</grapheme><phoneme>ˈswiːdən</phoneme></lexeme>
  <lexeme><grapheme>Switzerland</grapheme><phoneme>ˈswɪtsərlənd</phoneme></lexeme>
  <lexeme><grapheme>Syria</grapheme><phoneme>ˈsɪriə</phoneme></lexeme>
  <lexeme><grapheme>Taiwan</grapheme><phoneme>ˌtaɪˈwɑːn</phoneme></lexeme>
  <lexeme><grapheme>Tajikistan</grapheme><phoneme>tɑːˌdʒiːkɪˈstɑːn</phoneme></lexeme>
  <lexeme><grapheme>Tanzania</grapheme><phoneme>ˌtænzəˈniːə</phoneme></lexeme>
  <lexeme><grapheme>Thailand</grapheme><phoneme>ˈtaɪlænd</phoneme></lexeme>
  <lexeme><grapheme>Timor-Leste</grapheme><phoneme>ˌtiːmɔːr ˈlɛsteɪ</phoneme></lexeme>
  <lexeme><grapheme>Togo</grapheme><phoneme>ˈtoʊɡoʊ</phoneme></lexeme>
  <lexeme><grapheme>Tonga</grapheme><phoneme>ˈtɒŋə</phoneme></lexeme>
  <lexeme><grapheme>Trinidad</grapheme><phoneme>ˈtrɪnɪdæd</phoneme></lexeme>
  <lexeme><grapheme>Tobago</grapheme><phoneme>təˈbeɪɡoʊ</phoneme></lexeme>
  <lexeme><grapheme>Tunisia</grapheme><phoneme>tjuːˈnɪziə</phoneme></lexeme>
  <lexeme><grapheme>Türkiye</grapheme><phoneme>ˈtʊərkijeɪ</phoneme></lexeme>
  <lexeme><grapheme>Turkmenistan</grapheme><phoneme>tɜːrkˌmɛnɪˈstɑːn</phoneme></lexeme>
  <lexeme><grapheme>Tuvalu</grapheme><phoneme>tuːˈvɑːluː</phoneme></lexeme>
  <lexeme><grapheme>Uganda</grapheme><phoneme>juːˈɡændə</phoneme></lexeme>
  <lexeme><grapheme>Ukraine</grapheme><phoneme>juːˈkreɪn</phoneme></lexeme>
  <lexeme><grapheme>Uruguay</grapheme><phoneme>ˈjʊərəɡwaɪ</phoneme></lexeme>
  <lexeme><grapheme>Uzbekistan</grapheme><phoneme>ʊzˌbɛkɪˈstɑːn</phoneme></lexeme>
  <lexeme><grapheme>Vanuatu</grapheme><phoneme>ˌvænuˈɑːtuː</phoneme></lexeme>
  <lexeme><grapheme>Venezuela</grapheme><phoneme>ˌvɛnɪˈzweɪlə</phoneme></lexeme>
  <lexeme><grapheme>Vietnam</grapheme><phoneme>ˌviːɛtˈnɑːm</phoneme></lexeme>
  <lexeme><grapheme>Yemen</grapheme><phoneme>ˈjɛmən</phoneme></lexeme>
  <lexeme><grapheme>Zambia</grapheme><phoneme>ˈzæmbiə</phoneme></lexeme>
  <lexeme><grapheme>Zimbabwe</grapheme><phoneme>zɪmˈbɑːbweɪ</phoneme></lexeme>
  <!-- Peoples and regions -->
  <lexeme><grapheme>Kyrgyz</grapheme><phoneme>ˈkɪərɡɪz</phoneme></lexeme>
  <lexeme><grapheme>Kazakh</grapheme><phoneme>kəˈzæk</phoneme></lexeme>
  <lexeme><grapheme>Uzbek</grapheme><phoneme>ˈʊzbɛk</phoneme></lexeme>
  <lexeme><grapheme>Tajik</grapheme><phoneme>tɑːˈdʒiːk</phoneme></lexeme>
  <lexeme><grapheme>Uyghur</grapheme><phoneme>ˈwiːɡər</phoneme></lexeme>
  <lexeme><grapheme>Rohingya</grapheme><phoneme>roʊˈhɪndʒə</phoneme></lexeme>
  <lexeme><grapheme>Houthi</grapheme><phoneme>ˈhuːθi</phoneme></lexeme>
  <lexeme><grapheme>Hamas</grapheme><phoneme>hæˈmæs</phoneme></lexeme>
  <lexeme><grapheme>Hezbollah</grapheme><phoneme>ˌhɛzbəˈlɑː</phoneme></lexeme>
  <lexeme><grapheme>Taliban</grapheme><phoneme>ˈtælɪbæn</phoneme></lexeme>
  <lexeme><grapheme>Crimea</grapheme><phoneme>kraɪˈmiːə</phoneme></lexeme>
  <lexeme><grapheme>Donbas</grapheme><phoneme>dɒnˈbæs</phoneme></lexeme>
  <lexeme><grapheme>Abkhazia</grapheme><phoneme>æbˈkɑːziə</phoneme></lexeme>
  <lexeme><grapheme>Ossetia</grapheme><phoneme>ɒˈsiːʃə</phoneme></lexeme>
  <lexeme><grapheme>Transnistria</grapheme><phoneme>trænzˈnɪstriə</phoneme></lexeme>
  <lexeme><grapheme>Nagorno-Karabakh</grapheme><phoneme>nəˌɡɔːrnoʊ ˌkærəˈbæk</phoneme></lexeme>
  <lexeme><grapheme>Kaliningrad</grapheme><phoneme>kəˈlɪnɪŋɡræd</phoneme></lexeme>
  <lexeme><grapheme>Catalonia</grapheme><phoneme>ˌkætəˈloʊniə</phoneme></lexeme>
  <lexeme><grapheme>Tigray</grapheme><phoneme>tɪˈɡraɪ</phoneme></lexeme>
  <lexeme><grapheme>Darfur</grapheme><phoneme>dɑːrˈfʊər</phoneme></lexeme>
  <lexeme><grapheme>Sahel</grapheme><phoneme>səˈhɛl</phoneme></lexeme>
  <lexeme><grapheme>Maghreb</grapheme><phoneme>ˈmʌɡrəb</phoneme></lexeme>
  <lexeme><grapheme>Kashmir</grapheme><phoneme>ˌkæʃˈmɪər</phoneme></lexeme>
  <lexeme><grapheme>Xinjiang</grapheme><phoneme>ˌʃɪndʒiˈæŋ</phoneme></lexeme>
  <lexeme><grapheme>Tibet</grapheme><phoneme>tɪˈbɛt</phoneme></lexeme>
  <lexeme><grapheme>Idlib</grapheme><phoneme>ˈɪdlɪb</phoneme></lexeme>
  <lexeme><grapheme>Rafah</grapheme><phoneme>ˈræfə</phoneme></lexeme>
  <!-- Capitals and other cities -->
  <lexeme><grapheme>Abuja</grapheme><phoneme>əˈbuːdʒə</phoneme></lexeme>
  <lexeme><grapheme>Accra</grapheme><phoneme>əˈkrɑː</phoneme></lexeme>
  <lexeme><grapheme>Addis Ababa</grapheme><phoneme>ˌædɪs ˈæbəbə</phoneme></lexeme>
  <lexeme><grapheme>Algiers</grapheme><phoneme>ælˈdʒɪərz</phoneme></lexeme>
  <lexeme><grapheme>Almaty</grapheme><phoneme>ˈælmɑːti</phoneme></lexeme>
  <lexeme><grapheme>Amman</grapheme><phoneme>əˈmɑːn</phoneme></lexeme>
  <lexeme><grapheme>Ankara</grapheme><phoneme>ˈæŋkərə</phoneme></lexeme>
  <lexeme><grapheme>Antananarivo</grapheme><phoneme>ˌæntəˌnænəˈriːvoʊ</phoneme></lexeme>
  <lexeme><grapheme>Ashgabat</grapheme><phoneme>ˈæʃɡəbæt</phoneme></lexeme>
  <lexeme><grapheme>Asmara</grapheme><phoneme>æsˈmɑːrə</phoneme></lexeme>
  <lexeme><grapheme>Astana</grapheme><phoneme>æsˈtɑːnə</phoneme></lexeme>
  <lexeme><grapheme>Asunción</grapheme><phoneme>əˌsʊnsiˈoʊn</phoneme></lexeme>
  <lexeme><grapheme>Athens</grapheme><phoneme>ˈæθɪnz</phoneme></lexeme>
  <lexeme><grapheme>Baghdad</grapheme><phoneme>ˌbæɡˈdæd</phoneme></lexeme>
  <lexeme><grapheme>Baku</grapheme><phoneme>bɑːˈkuː</phoneme></lexeme>
  <lexeme><grapheme>Bamako</grapheme><phoneme>ˈbæməkoʊ</phoneme></lexeme>
  <lexeme><grapheme>Bangkok</grapheme><phoneme>ˌbæŋˈkɒk</phoneme></lexeme>
  <lexeme><grapheme>Bangui</grapheme><phoneme>bɑːŋˈɡiː</phoneme></lexeme>
  <lexeme><grapheme>Beijing</grapheme><phoneme>ˌbeɪˈdʒɪŋ</phoneme></lexeme>
  <lexeme><grapheme>Beirut</grapheme><phoneme>ˌbeɪˈruːt</phoneme></lexeme>
  <lexeme><grapheme>Belgrade</grapheme><phoneme>ˌbɛlˈɡreɪd</phoneme></lexeme>
  <lexeme><grapheme>Berlin</grapheme><phoneme>bɜːrˈlɪn</phoneme></lexeme>
  <lexeme><grapheme>Bern</grapheme><phoneme>bɜːrn</phoneme></lexeme>
  <lexeme><grapheme>Bishkek</grapheme><phoneme>bɪʃˈkɛk</phoneme></lexeme>
  <lexeme><grapheme>Bogotá</grapheme><phoneme>ˌbɒɡəˈtɑː</phoneme></lexeme>
  <lexeme><grapheme>Brasília</grapheme><phoneme>brəˈzɪliə</phoneme></lexeme>
  <lexeme><grapheme>Bratislava</grapheme><phoneme>ˌbrætɪˈslɑːvə</phoneme></lexeme>
  <lexeme><grapheme>Brazzaville</grapheme><phoneme>ˈbræzəvɪl</phoneme></lexeme>
  <lexeme><grapheme>Brussels</grapheme><phoneme>ˈbrʌsəlz</phoneme></lexeme>
  <lexeme><grapheme>Bucharest</grapheme><phoneme>ˌbuːkəˈrɛst</phoneme></lexeme>
  <lexeme><grapheme>Budapest</grapheme><phoneme>ˌbuːdəˈpɛst</phoneme></lexeme>
  <lexeme><grapheme>Buenos Aires</grapheme><phoneme>ˌbweɪnəs ˈaɪrɪz</phoneme></lexeme>
  <lexeme><grapheme>Bujumbura</grapheme><phoneme>ˌbuːdʒəmˈbʊərə</phoneme></lexeme>
  <lexeme><grapheme>Cairo</grapheme><phoneme>ˈkaɪroʊ</phoneme></lexeme>
  <lexeme><grapheme>Canberra</grapheme><phoneme>ˈkænbərə</phoneme></lexeme>
  <lexeme><grapheme>Caracas</grapheme><phoneme>kəˈrækəs</phoneme></lexeme>
  <lexeme><grapheme>Chișinău</grapheme><phoneme>ˌkɪʃɪˈnaʊ</phoneme></lexeme>
  <lexeme><grapheme>Chisinau</grapheme><phoneme>ˌkɪʃɪˈnaʊ</phoneme></lexeme>
  <lexeme><grapheme>Colombo</grapheme><phoneme>kəˈlʌmboʊ</phoneme></lexeme>
  <lexeme><grapheme>Conakry</grapheme><phoneme>ˈkɒnəkri</phoneme></lexeme>
  <lexeme><grapheme>Copenhagen</grapheme><phoneme>ˌkoʊpənˈheɪɡən</phoneme></lexeme>
  <lexeme><grapheme>Dakar</grapheme><phoneme>ˈdækɑːr</phoneme></lexeme>
  <lexeme><grapheme>Damascus</grapheme><phoneme>dəˈmæskəs</phoneme></lexeme>
  <lexeme><grapheme>Davos</grapheme><phoneme>ˈdɑːvɒs</phoneme></lexeme>
  <lexeme><grapheme>Dhaka</grapheme><phoneme>ˈdækə</phoneme></lexeme>
  <lexeme><grapheme>Dili</grapheme><phoneme>ˈdɪli</phoneme></lexeme>
  <lexeme><grapheme>Dnipro</grapheme><phoneme>dəˈniːproʊ</phoneme></lexeme>
  <lexeme><grapheme>Dodoma</grapheme><phoneme>ˈdoʊdəmə</phoneme></lexeme>
  <lexeme><grapheme>Doha</grapheme><phoneme>ˈdoʊhɑː</phoneme></lexeme>
  <lexeme><grapheme>Donetsk</grapheme><phoneme>dɒˈnjɛtsk</phoneme></lexeme>
  <lexeme><grapheme>Dushanbe</grapheme><phoneme>djuːˈʃɑːnbeɪ</phoneme></lexeme>
  <lexeme><grapheme>Freetown</grapheme><phoneme>ˈfriːtaʊn</phoneme></lexeme>
  <lexeme><grapheme>Gaborone</grapheme><phoneme>ˌɡæbəˈroʊni</phoneme></lexeme>
  <lexeme><grapheme>Geneva</grapheme><phoneme>dʒəˈniːvə</phoneme></lexeme>
  <lexeme><grapheme>Gitega</grapheme><phoneme>ɡɪˈteɪɡə</phoneme></lexeme>
  <lexeme><grapheme>Hague</grapheme><phoneme>heɪɡ</phoneme></lexeme>
  <lexeme><grapheme>Hanoi</grapheme><phoneme>hæˈnɔɪ</phoneme></lexeme>
  <lexeme><grapheme>Harare</grapheme><phoneme>həˈrɑːri</phoneme></lexeme>
  <lexeme><grapheme>Havana</grapheme><phoneme>həˈvænə</phoneme></lexeme>
  <lexeme><grapheme>Helsinki</grapheme><phoneme>ˈhɛlsɪŋki</phoneme></lexeme>
  <lexeme><grapheme>Islamabad</grapheme><phoneme>ɪzˈlɑːməbæd</phoneme></lexeme>
  <lexeme><grapheme>Istanbul</grapheme><phoneme>ˌɪstænˈbʊl</phoneme></lexeme>
  <lexeme><grapheme>Jakarta</grapheme><phoneme>dʒəˈkɑːrtə</phoneme></lexeme>
  <lexeme><grapheme>Jeddah</grapheme><phoneme>ˈdʒɛdə</phoneme></lexeme>
  <lexeme><grapheme>Jerusalem</grapheme><phoneme>dʒəˈruːsələm</phoneme></lexeme>
  <lexeme><grapheme>Juba</grapheme><phoneme>ˈdʒuːbə</phoneme></lexeme>
  <lexeme><grapheme>Kabul</grapheme><phoneme>ˈkɑːbʊl</phoneme></lexeme>
  <lexeme><grapheme>Kampala</grapheme><phoneme>kæmˈpɑːlə</phoneme></lexeme>
  <lexeme><grapheme>Kathmandu</grapheme><phoneme>ˌkætmænˈduː</phoneme></lexeme>
  <lexeme><grapheme>Kazan</grapheme><phoneme>kəˈzæn</phoneme></lexeme>
  <lexeme><grapheme>Kharkiv</grapheme><phoneme>ˈkɑːrkɪv</phoneme></lexeme>
  <lexeme><grapheme>Khartoum</grapheme><phoneme>kɑːrˈtuːm</phoneme></lexeme>
  <lexeme><grapheme>Kherson</grapheme><phoneme>xɛərˈsɒn</phoneme></lexeme>
  <lexeme><grapheme>Kigali</grapheme><phoneme>kɪˈɡɑːli</phoneme></lexeme>
  <lexeme><grapheme>Kinshasa</grapheme><phoneme>kɪnˈʃɑːsə</phoneme></lexeme>
  <lexeme><grapheme>Kraków</grapheme><phoneme>ˈkrækaʊ</phoneme></lexeme>
  <lexeme><grapheme>Kuala Lumpur</grapheme><phoneme>ˌkwɑːlə lʊmˈpʊər</phoneme></lexeme>
  <lexeme><grapheme>Kyiv</grapheme><phoneme>ˈkiːɪv</phoneme></lexeme>
  <lexeme><grapheme>La Paz</grapheme><phoneme>lə ˈpæz</phoneme></lexeme>
  <lexeme><grapheme>Libreville</grapheme><phoneme>ˈliːbrəvɪl</phoneme></lexeme>
  <lexeme><grapheme>Lilongwe</grapheme><phoneme>lɪˈlɒŋweɪ</phoneme></lexeme>
  <lexeme><grapheme>Lima</grapheme><phoneme>ˈliːmə</phoneme></lexeme>
  <lexeme><grapheme>Lisbon</grapheme><phoneme>ˈlɪzbən</phoneme></lexeme>
  <lexeme><grapheme>Ljubljana</grapheme><phoneme>ˌljuːbliˈɑːnə</phoneme></lexeme>
  <lexeme><grapheme>Lomé</grapheme><phoneme>ˈloʊmeɪ</phoneme></lexeme>
  <lexeme><grapheme>Luanda</grapheme><phoneme>luˈændə</phoneme></lexeme>
  <lexeme><grapheme>Luhansk</grapheme><phoneme>luˈhɑːnsk</phoneme></lexeme>
  <lexeme><grapheme>Lusaka</grapheme><phoneme>luːˈsɑːkə</phoneme></lexeme>
  <lexeme><grapheme>Lviv</grapheme><phoneme>ləˈviːv</phoneme></lexeme>
  <lexeme><grapheme>Madrid</grapheme><phoneme>məˈdrɪd</phoneme></lexeme>
  <lexeme><grapheme>Malabo</grapheme><phoneme>məˈlɑːboʊ</phoneme></lexeme>
  <lexeme><grapheme>Managua</grapheme><phoneme>məˈnæɡwə</phoneme></lexeme>
  <lexeme><grapheme>Manama</grapheme><phoneme>məˈnɑːmə</phoneme></lexeme>
  <lexeme><grapheme>Manila</grapheme><phoneme>məˈnɪlə</phoneme></lexeme>
  <lexeme><grapheme>Maputo</grapheme><phoneme>məˈpuːtoʊ</phoneme></lexeme>
  <lexeme><grapheme>Mariupol</grapheme><phoneme>ˌmæriˈuːpɒl</phoneme></lexeme>
  <lexeme><grapheme>Minsk</grapheme><phoneme>mɪnsk</phoneme></lexeme>
  <lexeme><grapheme>Mogadishu</grapheme><phoneme>ˌmɒɡəˈdɪʃuː</phoneme></lexeme>
  <lexeme><grapheme>Monrovia</grapheme><phoneme>mənˈroʊviə</phoneme></lexeme>
  <lexeme><grapheme>Montevideo</grapheme><phoneme>ˌmɒntɪvɪˈdeɪoʊ</phoneme></lexeme>
  <lexeme><grapheme>Moscow</grapheme><phoneme>ˈmɒskoʊ</phoneme></lexeme>
  <lexeme><grapheme>Muscat</grapheme><phoneme>ˈmʌskæt</phoneme></lexeme>
  <lexeme><grapheme>Nairobi</grapheme><phoneme>naɪˈroʊbi</phoneme></lexeme>
  <lexeme><grapheme>Naypyidaw</grapheme><phoneme>ˌneɪpjiˈdɔː</phoneme></lexeme>
  <lexeme><grapheme>N'Djamena</grapheme><phoneme>ˌɛndʒəˈmeɪnə</phoneme></lexeme>
  <lexeme><grapheme>New Delhi</grapheme><phoneme>ˌnjuː ˈdɛli</phoneme></lexeme>
  <lexeme><grapheme>Niamey</grapheme><phoneme>niˈɑːmeɪ</phoneme></lexeme>
  <lexeme><grapheme>Nicosia</grapheme><phoneme>ˌnɪkəˈsiːə</phoneme></lexeme>
  <lexeme><grapheme>Nouakchott</grapheme><phoneme>ˈnwækʃɒt</phoneme></lexeme>
  <lexeme><grapheme>Nur-Sultan</grapheme><phoneme>ˌnʊər sʊlˈtɑːn</phoneme></lexeme>
  <lexeme><grapheme>Odesa</grapheme><phoneme>oʊˈdɛsə</phoneme></lexeme>
  <lexeme><grapheme>Oslo</grapheme><phoneme>ˈɒzloʊ</phoneme></lexeme>
  <lexeme><grapheme>Ottawa</grapheme><phoneme>ˈɒtəwə</phoneme></lexeme>
  <lexeme><grapheme>Ouagadougou</grapheme><phoneme>ˌwɑːɡəˈduːɡuː</phoneme></lexeme>
  <lexeme><grapheme>Panmunjom</grapheme><phoneme>ˌpɑːnmʊnˈdʒʌm</phoneme></lexeme>
  <lexeme><grapheme>Paramaribo</grapheme><phoneme>ˌpærəˈmærɪboʊ</phoneme></lexeme>
  <lexeme><grapheme>Phnom Penh</grapheme><phoneme>pəˌnɒm ˈpɛn</phoneme></lexeme>
  <lexeme><grapheme>Podgorica</grapheme><phoneme>ˈpɒdɡəriːtsə</phoneme></lexeme>
  <lexeme><grapheme>Port-au-Prince</grapheme><phoneme>ˌpɔːrtoʊˈprɪns</phoneme></lexeme>
  <lexeme><grapheme>Prague</grapheme><phoneme>prɑːɡ</phoneme></lexeme>
  <lexeme><grapheme>Pretoria</grapheme><phoneme>prɪˈtɔːriə</phoneme></lexeme>
  <lexeme><grapheme>Pristina</grapheme><phoneme>ˈprɪʃtɪnə</phoneme></lexeme>
  <lexeme><grapheme>Pyongyang</grapheme><phoneme>ˌpjɒŋˈjæŋ</phoneme></lexeme>
  <lexeme><grapheme>Quito</grapheme><phoneme>ˈkiːtoʊ</phoneme></lexeme>
  <lexeme><grapheme>Rabat</grapheme><phoneme>rəˈbɑːt</phoneme></lexeme>
  <lexeme><grapheme>Reykjavík</grapheme><phoneme>ˈreɪkjəvɪk</phoneme></lexeme>
  <lexeme><grapheme>Reykjavik</grapheme><phoneme>ˈreɪkjəvɪk</phoneme></lexeme>
  <lexeme><grapheme>Riga</grapheme><phoneme>ˈriːɡə</phoneme></lexeme>
  <lexeme><grapheme>Riyadh</grapheme><phoneme>riˈɑːd</phoneme></lexeme>
  <lexeme><grapheme>Sana'a</grapheme><phoneme>səˈnɑː</phoneme></lexeme>
  <lexeme><grapheme>Santiago</grapheme><phoneme>ˌsæntiˈɑːɡoʊ</phoneme></lexeme>
  <lexeme><grapheme>Sarajevo</grapheme><phoneme>ˌsærəˈjeɪvoʊ</phoneme></lexeme>
  <lexeme><grapheme>Seoul</grapheme><phoneme>soʊl</phoneme></lexeme>
  <lexeme><grapheme>Sevastopol</grapheme><phoneme>səˈvæstəpoʊl</phoneme></lexeme>
  <lexeme><grapheme>Skopje</grapheme><phoneme>ˈskɒpjeɪ</phoneme></lexeme>
  <lexeme><grapheme>Sochi</grapheme><phoneme>ˈsoʊtʃi</phoneme></lexeme>
  <lexeme><grapheme>Sofia</grapheme><phoneme>ˈsoʊfiə</phoneme></lexeme>
  <lexeme><grapheme>Stockholm</grapheme><phoneme>ˈstɒkhoʊm</phoneme></lexeme>
  <lexeme><grapheme>Strasbourg</grapheme><phoneme>ˈstræzbɜːrɡ</phoneme></lexeme>
  <lexeme><grapheme>Taipei</grapheme><phoneme>ˌtaɪˈpeɪ</phoneme></lexeme>
  <lexeme><grapheme>Tallinn</grapheme><phoneme>ˈtælɪn</phoneme></lexeme>
  <lexeme><grapheme>Tashkent</grapheme><phoneme>ˌtæʃˈkɛnt</phoneme></lexeme>
  <lexeme><grapheme>Tbilisi</grapheme><phoneme>təbɪˈliːsi</phoneme></lexeme>
  <lexeme><grapheme>Tegucigalpa</grapheme><phoneme>təˌɡuːsɪˈɡælpə</phoneme></lexeme>
  <lexeme><grapheme>Tehran</grapheme><phoneme>tɛˈrɑːn</phoneme></lexeme>
  <lexeme><grapheme>Tel Aviv</grapheme><phoneme>ˌtɛl əˈviːv</phoneme></lexeme>
  <lexeme><grapheme>Tirana</grapheme><phoneme>tɪˈrɑːnə</phoneme></lexeme>
  <lexeme><grapheme>Tokyo</grapheme><phoneme>ˈtoʊkioʊ</phoneme></lexeme>
  <lexeme><grapheme>Tripoli</grapheme><phoneme>ˈtrɪpəli</phoneme></lexeme>
  <lexeme><grapheme>Tunis</grapheme><phoneme>ˈtjuːnɪs</phoneme></lexeme>
  <lexeme><grapheme>Ulaanbaatar</grapheme><phoneme>ˌuːlɑːn ˈbɑːtɑːr</phoneme></lexeme>
  <lexeme><grapheme>Valletta</grapheme><phoneme>vəˈlɛtə</phoneme></lexeme>
  <lexeme><grapheme>Vienna</grapheme><phoneme>viˈɛnə</phoneme></lexeme>
  <lexeme><grapheme>Vientiane</grapheme><phoneme>viˌɛntiˈɑːn</phoneme></lexeme>
  <lexeme><grapheme>Vilnius</grapheme><phoneme>ˈvɪlniəs</phoneme></lexeme>
  <lexeme><grapheme>Vladivostok</grapheme><phoneme>ˌvlædɪˈvɒstɒk</phoneme></lexeme>
  <lexeme><grapheme>Warsaw</grapheme><phoneme>ˈwɔːrsɔː</phoneme></lexeme>
  <lexeme><grapheme>Windhoek</grapheme><phoneme>ˈvɪnthʊk</phoneme></lexeme>
  <lexeme><grapheme>Yamoussoukro</grapheme><phoneme>ˌjæmʊˈsuːkroʊ</phoneme></lexeme>
  <lexeme><grapheme>Yaoundé</grapheme><phoneme>jæˈʊndeɪ</phoneme></lexeme>
  <lexeme><grapheme>Yerevan</grapheme><phoneme>ˌjɛrəˈvɑːn</phoneme></lexeme>
  <lexeme><grapheme>Zagreb</grapheme><phoneme>ˈzɑːɡrɛb</phoneme></lexeme>
  <lexeme><grapheme>Zaporizhzhia</grapheme><phoneme>ˌzæpəˈriːʒə</phoneme></lexeme>
  <!-- Organisations, ministries and offices -->
  <lexeme><grapheme>UNESCO</grapheme><phoneme>juːˈnɛskoʊ</phoneme></lexeme>
  <lexeme><grapheme>UNICEF</grapheme><phoneme>ˈjuːnɪsɛf</phoneme></lexeme>
  <lexeme><grapheme>NATO</grapheme><phoneme>ˈneɪtoʊ</phoneme></lexeme>
  <lexeme><grapheme>OPEC</grapheme><phoneme>ˈoʊpɛk</phoneme></lexeme>
  <lexeme><grapheme>ASEAN</grapheme><phoneme>ˈɑːsiɑːn</phoneme></lexeme>
  <lexeme><grapheme>APEC</grapheme><phoneme>ˈeɪpɛk</phoneme></lexeme>
  <lexeme><grapheme>BRICS</grapheme><phoneme>brɪks</phoneme></lexeme>
  <lexeme><grapheme>MERCOSUR</grapheme><phoneme>ˈmɜːrkəsʊər</phoneme></lexeme>
  <lexeme><grapheme>Mercosur</grapheme><phoneme>ˈmɜːrkəsʊər</phoneme></lexeme>
  <lexeme><grapheme>ECOWAS</grapheme><phoneme>ˈɛkoʊwɒs</phoneme></lexeme>
  <lexeme><grapheme>UNIFIL</grapheme><phoneme>ˈjuːnɪfɪl</phoneme></lexeme>
  <lexeme><grapheme>UNRWA</grapheme><phoneme>ˈʌnrə</phoneme></lexeme>
  <lexeme><grapheme>UNCTAD</grapheme><phoneme>ˈʌŋktæd</phoneme></lexeme>
  <lexeme><grapheme>UNHCR</grapheme><phoneme>ˌjuː ˌɛn ˌeɪtʃ ˌsiː ˈɑːr</phoneme></lexeme>
  <lexeme><grapheme>Interpol</grapheme><phoneme>ˈɪntərpɒl</phoneme></lexeme>
  <lexeme><grapheme>Europol</grapheme><phoneme>ˈjʊərəpɒl</phoneme></lexeme>
  <lexeme><grapheme>Eurasian</grapheme><phoneme>jʊəˈreɪʒən</phoneme></lexeme>
  <lexeme><grapheme>Bundestag</grapheme><phoneme>ˈbʊndəstɑːɡ</phoneme></lexeme>
  <lexeme><grapheme>Bundesrat</grapheme><phoneme>ˈbʊndəsrɑːt</phoneme></lexeme>
  <lexeme><grapheme>Bundeswehr</grapheme><phoneme>ˈbʊndəsvɛər</phoneme></lexeme>
  <lexeme><grapheme>Duma</grapheme><phoneme>ˈduːmə</phoneme></lexeme>
  <lexeme><grapheme>Knesset</grapheme><phoneme>ˈknɛsɪt</phoneme></lexeme>
  <lexeme><grapheme>Majlis</grapheme><phoneme>ˈmædʒlɪs</phoneme></lexeme>
  <lexeme><grapheme>Rada</grapheme><phoneme>ˈrɑːdə</phoneme></lexeme>
  <lexeme><grapheme>Sejm</grapheme><phoneme>seɪm</phoneme></lexeme>
  <lexeme><grapheme>Riksdag</grapheme><phoneme>ˈrɪksdɑːɡ</phoneme></lexeme>
  <lexeme><grapheme>Storting</grapheme><phoneme>ˈstɔːrtɪŋ</phoneme></lexeme>
  <lexeme><grapheme>Folketing</grapheme><phoneme>ˈfoʊlkətɪŋ</phoneme></lexeme>
  <lexeme><grapheme>Oireachtas</grapheme><phoneme>ˈɛrəktəs</phoneme></lexeme>
  <lexeme><grapheme>Taoiseach</grapheme><phoneme>ˈtiːʃəx</phoneme></lexeme>
  <lexeme><grapheme>Quai d'Orsay</grapheme><phoneme>ˌkeɪ dɔːrˈseɪ</phoneme></lexeme>
  <lexeme><grapheme>Élysée</grapheme><phoneme>eɪliːˈzeɪ</phoneme></lexeme>
  <lexeme><grapheme>Kremlin</grapheme><phoneme>ˈkrɛmlɪn</phoneme></lexeme>
  <lexeme><grapheme>Pentagon</grapheme><phoneme>ˈpɛntəɡən</phoneme></lexeme>
  <lexeme><grapheme>Bundesbank</grapheme><phoneme>ˈbʊndəsbæŋk</phoneme></lexeme>
  <lexeme><grapheme>Roscosmos</grapheme><phoneme>rɒsˈkɒzməs</phoneme></lexeme>
  <lexeme><grapheme>Rosatom</grapheme><phoneme>ˌrɒsəˈtɒm</phoneme></lexeme>
  <lexeme><grapheme>Gazprom</grapheme><phoneme>ˈɡæzprɒm</phoneme></lexeme>
  <lexeme><grapheme>Aramco</grapheme><phoneme>əˈræmkoʊ</phoneme></lexeme>
  <lexeme><grapheme>TASS</grapheme><phoneme>tæs</phoneme></lexeme>
  <lexeme><grapheme>Xinhua</grapheme><phoneme>ˌʃɪnˈhwɑː</phoneme></lexeme>
  <lexeme><grapheme>Al Jazeera</grapheme><phoneme>ˌæl dʒəˈzɪərə</phoneme></lexeme>
  <lexeme><grapheme>RIA Novosti</grapheme><phoneme>ˈriːə ˈnɒvəsti</phoneme></lexeme>
  <!-- People who are often quoted -->
  <lexeme><grapheme>Lavrov</grapheme><phoneme>ləvˈrɒf</phoneme></lexeme>
  <lexeme><grapheme>Putin</grapheme><phoneme>ˈpuːtɪn</phoneme></lexeme>
  <lexeme><grapheme>Medvedev</grapheme><phoneme>mɪdˈvjɛdɪf</phoneme></lexeme>
  <lexeme><grapheme>Mishustin</grapheme><phoneme>mɪˈʃuːstɪn</phoneme></lexeme>
  <lexeme><grapheme>Peskov</grapheme><phoneme>pɪsˈkɒf</phoneme></lexeme>
  <lexeme><grapheme>Shoigu</grapheme><phoneme>ʃɔɪˈɡuː</phoneme></lexeme>
  <lexeme><grapheme>Zakharova</grapheme><phoneme>zəˈxɑːrəvə</phoneme></lexeme>
  <lexeme><grapheme>Ryabkov</grapheme><phoneme>rɪəpˈkɒf</phoneme></lexeme>
  <lexeme><grapheme>Zelenskyy</grapheme><phoneme>zəˈlɛnski</phoneme></lexeme>
  <lexeme><grapheme>Zelensky</grapheme><phoneme>zəˈlɛnski</phoneme></lexeme>
  <lexeme><grapheme>Kuleba</grapheme><phoneme>kʊˈlɛbə</phoneme></lexeme>
  <lexeme><grapheme>Sybiha</grapheme><phoneme>sɪˈbiːhə</phoneme></lexeme>
  <lexeme><grapheme>Lukashenko</grapheme><phoneme>ˌluːkəˈʃɛŋkoʊ</phoneme></lexeme>
  <lexeme><grapheme>Macron</grapheme><phoneme>mæˈkrɒn</phoneme></lexeme>
  <lexeme><grapheme>Sarkozy</grapheme><phoneme>ˌsɑːrkoʊˈziː</phoneme></lexeme>
  <lexeme><grapheme>Le Drian</grapheme><phoneme>lə driˈɑːn</phoneme></lexeme>
  <lexeme><grapheme>Scholz</grapheme><phoneme>ʃɒlts</phoneme></lexeme>
  <lexeme><grapheme>Merz</grapheme><phoneme>mɛərts</phoneme></lexeme>
  <lexeme><grapheme>Merkel</grapheme><phoneme>ˈmɛərkəl</phoneme></lexeme>
  <lexeme><grapheme>Baerbock</grapheme><phoneme>ˈbɛərbɒk</phoneme></lexeme>
  <lexeme><grapheme>Steinmeier</grapheme><phoneme>ˈʃtaɪnmaɪər</phoneme></lexeme>
  <lexeme><grapheme>von der Leyen</grapheme><phoneme>fɒn deər ˈlaɪən</phoneme></lexeme>
  <lexeme><grapheme>Leyen</grapheme><phoneme>ˈlaɪən</phoneme></lexeme>
  <lexeme><grapheme>Juncker</grapheme><phoneme>ˈjʊŋkər</phoneme></lexeme>
  <lexeme><grapheme>Borrell</grapheme><phoneme>bɒˈrɛl</phoneme></lexeme>
  <lexeme><grapheme>Mogherini</grapheme><phoneme>ˌmɒɡəˈriːni</phoneme></lexeme>
  <lexeme><grapheme>Kallas</grapheme><phoneme>ˈkæləs</phoneme></lexeme>
  <lexeme><grapheme>Stoltenberg</grapheme><phoneme>ˈstɒltənbɜːrɡ</phoneme></lexeme>
  <lexeme><grapheme>Rutte</grapheme><phoneme>ˈrʊtə</phoneme></lexeme>
  <lexeme><grapheme>Guterres</grapheme><phoneme>ɡʊˈtɛrɪs</phoneme></lexeme>
  <lexeme><grapheme>Dujarric</grapheme><phoneme>duˈʒɑːrɪk</phoneme></lexeme>
  <lexeme><grapheme>Tedros</grapheme><phoneme>ˈtɛdrɒs</phoneme></lexeme>
  <lexeme><grapheme>Ghebreyesus</grapheme><phoneme>ˌɡɛbreɪˈjeɪsəs</phoneme></lexeme>
  <lexeme><grapheme>Grossi</grapheme><phoneme>ˈɡrɒsi</phoneme></lexeme>
  <lexeme><grapheme>Türk</grapheme><phoneme>tʊərk</phoneme></lexeme>
  <lexeme><grapheme>Bachelet</grapheme><phoneme>ˌbætʃəˈlɛt</phoneme></lexeme>
  <lexeme><grapheme>Lagarde</grapheme><phoneme>læˈɡɑːrd</phoneme></lexeme>
  <lexeme><grapheme>Georgieva</grapheme><phoneme>ɡiˈɔːrɡiɛvə</phoneme></lexeme>
  <lexeme><grapheme>Okonjo-Iweala</grapheme><phoneme>oʊˌkɒndʒoʊ ɪˌweɪˈɑːlə</phoneme></lexeme>
  <lexeme><grapheme>Obama</grapheme><phoneme>oʊˈbɑːmə</phoneme></lexeme>
  <lexeme><grapheme>Biden</grapheme><phoneme>ˈbaɪdən</phoneme></lexeme>
  <lexeme><grapheme>Blinken</grapheme><phoneme>ˈblɪŋkən</phoneme></lexeme>
  <lexeme><grapheme>Buttigieg</grapheme><phoneme>ˈbuːtədʒɛdʒ</phoneme></lexeme>
  <lexeme><grapheme>Psaki</grapheme><phoneme>ˈsɑːki</phoneme></lexeme>
  <lexeme><grapheme>Jean-Pierre</grapheme><phoneme>ˌʒɒn piˈɛər</phoneme></lexeme>
  <lexeme><grapheme>Xi Jinping</grapheme><phoneme>ˌʃiː dʒɪnˈpɪŋ</phoneme></lexeme>
  <lexeme><grapheme>Li Keqiang</grapheme><phoneme>ˌliː kɛtʃiˈæŋ</phoneme></lexeme>
  <lexeme><grapheme>Wang Yi</grapheme><phoneme>ˌwɑːŋ ˈiː</phoneme></lexeme>
  <lexeme><grapheme>Hu Jintao</grapheme><phoneme>ˌhuː dʒɪnˈtaʊ</phoneme></lexeme>
  <lexeme><grapheme>Modi</grapheme><phoneme>ˈmoʊdi</phoneme></lexeme>
  <lexeme><grapheme>Jaishankar</grapheme><phoneme>ˌdʒaɪˈʃʌŋkər</phoneme></lexeme>
  <lexeme><grapheme>Shinzo Abe</grapheme><phoneme>ˈʃɪnzoʊ ˈɑːbeɪ</phoneme></lexeme>
  <lexeme><grapheme>Kishida</grapheme><phoneme>ˈkiːʃidə</phoneme></lexeme>
  <lexeme><grapheme>Ishiba</grapheme><phoneme>ɪˈʃiːbə</phoneme></lexeme>
  <lexeme><grapheme>Erdoğan</grapheme><phoneme>ˈɜːrdəwɑːn</phoneme></lexeme>
  <lexeme><grapheme>Erdogan</grapheme><phoneme>ˈɜːrdəwɑːn</phoneme></lexeme>
  <lexeme><grapheme>Çavuşoğlu</grapheme><phoneme>ˌtʃɑːvʊˈʃoʊluː</phoneme></lexeme>
  <lexeme><grapheme>Rouhani</grapheme><phoneme>roʊˈhɑːni</phoneme></lexeme>
  <lexeme><grapheme>Raisi</grapheme><phoneme>raɪˈiːsi</phoneme></lexeme>
  <lexeme><grapheme>Pezeshkian</grapheme><phoneme>ˌpɛzɛʃkiˈɑːn</phoneme></lexeme>
  <lexeme><grapheme>Zarif</grapheme><phoneme>zəˈriːf</phoneme></lexeme>
  <lexeme><grapheme>Araghchi</grapheme><phoneme>əˈrɑːktʃi</phoneme></lexeme>
  <lexeme><grapheme>Khamenei</grapheme><phoneme>ˌxɑːməˈneɪ</phoneme></lexeme>
  <lexeme><grapheme>Netanyahu</grapheme><phoneme>ˌnɛtənˈjɑːhuː</phoneme></lexeme>
  <lexeme><grapheme>Abbas</grapheme><phoneme>ˈæbəs</phoneme></lexeme>
  <lexeme><grapheme>Assad</grapheme><phoneme>ˈæsæd</phoneme></lexeme>
  <lexeme><grapheme>Sisi</grapheme><phoneme>ˈsiːsi</phoneme></lexeme>
  <lexeme><grapheme>Nazarbayev</grapheme><phoneme>ˌnæzərˈbaɪɛf</phoneme></lexeme>
  <lexeme><grapheme>Tokayev</grapheme><phoneme>tɒˈkaɪɛf</phoneme></lexeme>
  <lexeme><grapheme>Mirziyoyev</grapheme><phoneme>mɪərzɪˈjoʊɛf</phoneme></lexeme>
  <lexeme><grapheme>Aliyev</grapheme><phoneme>əˈliːɛf</phoneme></lexeme>
  <lexeme><grapheme>Pashinyan</grapheme><phoneme>pəʃɪnˈjɑːn</phoneme></lexeme>
  <lexeme><grapheme>Vučić</grapheme><phoneme>ˈvuːtʃɪtʃ</phoneme></lexeme>
  <lexeme><grapheme>Vucic</grapheme><phoneme>ˈvuːtʃɪtʃ</phoneme></lexeme>
  <lexeme><grapheme>Orbán</grapheme><phoneme>ˈɔːrbɑːn</phoneme></lexeme>
  <lexeme><grapheme>Szijjártó</grapheme><phoneme>ˈsiːjɑːrtoʊ</phoneme></lexeme>
  <lexeme><grapheme>Duda</grapheme><phoneme>ˈduːdə</phoneme></lexeme>
  <lexeme><grapheme>Tusk</grapheme><phoneme>tʊsk</phoneme></lexeme>
  <lexeme><grapheme>Sikorski</grapheme><phoneme>ʃɪˈkɔːrski</phoneme></lexeme>
  <lexeme><grapheme>Morawiecki</grapheme><phoneme>ˌmɒrəˈvjɛtski</phoneme></lexeme>
  <lexeme><grapheme>Meloni</grapheme><phoneme>məˈloʊni</phoneme></lexeme>
  <lexeme><grapheme>Tajani</grapheme><phoneme>təˈjɑːni</phoneme></lexeme>
  <lexeme><grapheme>Mattarella</grapheme><phoneme>ˌmætəˈrɛlə</phoneme></lexeme>
  <lexeme><grapheme>Sánchez</grapheme><phoneme>ˈsæntʃɛz</phoneme></lexeme>
  <lexeme><grapheme>Costa</grapheme><phoneme>ˈkɒstə</phoneme></lexeme>
  <lexeme><grapheme>Lula</grapheme><phoneme>ˈluːlə</phoneme></lexeme>
  <lexeme><grapheme>Bolsonaro</grapheme><phoneme>ˌbɒlsəˈnɑːroʊ</phoneme></lexeme>
  <lexeme><grapheme>Maduro</grapheme><phoneme>məˈdʊəroʊ</phoneme></lexeme>
  <lexeme><grapheme>Milei</grapheme><phoneme>mɪˈleɪ</phoneme></lexeme>
  <lexeme><grapheme>Petro</grapheme><phoneme>ˈpɛtroʊ</phoneme></lexeme>
  <lexeme><grapheme>Sheinbaum</grapheme><phoneme>ˈʃaɪnbaʊm</phoneme></lexeme>
  <lexeme><grapheme>Trudeau</grapheme><phoneme>truːˈdoʊ</phoneme></lexeme>
  <lexeme><grapheme>Ardern</grapheme><phoneme>ɑːrˈdɜːrn</phoneme></lexeme>
  <lexeme><grapheme>Albanese</grapheme><phoneme>ˌælbəˈniːzi</phoneme></lexeme>
  <lexeme><grapheme>Starmer</grapheme><phoneme>ˈstɑːrmər</phoneme></lexeme>
  <lexeme><grapheme>Sunak</grapheme><phoneme>ˈsuːnæk</phoneme></lexeme>
  <lexeme><grapheme>Ramaphosa</grapheme><phoneme>ˌræməˈpoʊsə</phoneme></lexeme>
  <lexeme><grapheme>Kagame</grapheme><phoneme>kəˈɡɑːmeɪ</phoneme></lexeme>
  <lexeme><grapheme>Ruto</grapheme><phoneme>ˈruːtoʊ</phoneme></lexeme>
  <lexeme><grapheme>Tinubu</grapheme><phoneme>tɪˈnuːbuː</phoneme></lexeme>
  <lexeme><grapheme>Abiy Ahmed</grapheme><phoneme>ˈæbi ˈɑːmɛd</phoneme></lexeme>
  <lexeme><grapheme>Faki Mahamat</grapheme><phoneme>ˈfɑːki ˈmɑːhəmæt</phoneme></lexeme>
</lexicon>
